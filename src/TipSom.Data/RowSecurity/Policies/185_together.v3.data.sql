-- A referral of the version before was sent by the agency that holds its case: none had changed hands between agencies.
alter table casework.referrals disable trigger user;
update casework.referrals set sent_by_agency_id = from_agency_id;
alter table casework.referrals enable trigger user;
