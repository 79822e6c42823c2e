-- Why a change of the office was refused when it was to come into force: the page of changes says it, in the words of
-- `office check` where these refused it.
alter table office_change add column reason text;
alter table office_change add column remark text;
alter table office_change add constraint office_change_reason check (state = 'refused' or (reason is null and remark is null));
