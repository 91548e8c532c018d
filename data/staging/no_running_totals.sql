-- no row: the form of running_totals where no figure of the upload runs from the start to its period
create or replace temp table running_totals (
    what varchar, sheet varchar, row_number integer, indicator varchar, state varchar, value double,
    period varchar, period_kind varchar, period_start date, period_end date
);
