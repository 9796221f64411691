-- The agency of who acted was not written before: it is that of the unit then.
update audit.entries e set agency_id = u.agency_id from identity.units u where u.id = e.actor_unit_id;
