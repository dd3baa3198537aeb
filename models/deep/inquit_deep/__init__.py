"""The weights of inquit's deep engine as data; inquit reads the files beside this one."""
