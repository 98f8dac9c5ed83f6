package scot.fort.broken.screening;

import org.springframework.web.bind.annotation.RestController;

/** A controller outside a web package. */
@RestController
class StrayController {}
