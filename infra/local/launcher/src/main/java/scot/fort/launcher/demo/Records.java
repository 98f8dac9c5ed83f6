package scot.fort.launcher.demo;

import static scot.fort.launcher.Service.TIMELINE;

import tools.jackson.databind.JsonNode;

/** What a manager of the hub reads in the timeline. */
final class Records {
    private static final String MANAGER = "mash-manager";

    private final Api api;

    Records(Api api) {
        this.api = api;
    }

    JsonNode timeline(Case referral) {
        return api.get(MANAGER, TIMELINE, "/v1/timelines/" + referral.id())
                .expect(200)
                .body();
    }

    String status(Case referral) {
        return timeline(referral).path("status").asString();
    }
}
