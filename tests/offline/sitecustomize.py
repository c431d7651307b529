"""Read by Python as it starts: guards the processes that tests start."""

import network_guard

network_guard.install()
