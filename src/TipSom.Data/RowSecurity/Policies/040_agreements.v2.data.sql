-- Agreements signed before data categories were written into them permitted whatever consent allowed.
update casework.agreements set data_categories = array['Needs', 'Risk', 'Name', 'Parents', 'IdentityNumber', 'Phone'] where data_categories = '{}';
