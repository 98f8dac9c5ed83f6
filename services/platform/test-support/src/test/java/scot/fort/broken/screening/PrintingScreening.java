package scot.fort.broken.screening;

/** A feature that prints. */
final class PrintingScreening {

    void say() {
        System.out.println("screened");
    }

    void complain(Exception fault) {
        fault.printStackTrace();
    }
}
