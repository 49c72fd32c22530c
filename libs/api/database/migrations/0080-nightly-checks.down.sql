drop function arm_nightly_checks();
