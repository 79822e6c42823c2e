-- A number once given stays as it was given (rule 11): the application may only mark it BATAL.
revoke update on register_entry from tanggap_app;
grant update (cancelled_at) on register_entry to tanggap_app;
