drop function provider_of_tenant(uuid);
