-- Places are led back to an older edition one by one: each is looked up by its newer code.
create index crosswalk_to on crosswalk (to_edition, to_pcode);
