using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using TipSom.Data.RowSecurity;

#nullable disable

namespace TipSom.Data.Migrations
{
    /// <inheritdoc />
    public partial class NationalPicture : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_outbox_kind",
                schema: "telling",
                table: "outbox");

            migrationBuilder.DropCheckConstraint(
                name: "ck_notifications_kind",
                schema: "telling",
                table: "notifications");

            migrationBuilder.DropCheckConstraint(
                name: "ck_escalation_rules_kind",
                schema: "reference",
                table: "escalation_rules");

            migrationBuilder.DropCheckConstraint(
                name: "ck_cases_proposed_lead",
                schema: "casework",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_laws_decided_lead",
                schema: "casework",
                table: "case_laws");

            migrationBuilder.DropCheckConstraint(
                name: "ck_agencies_kind",
                schema: "identity",
                table: "agencies");

            migrationBuilder.EnsureSchema(
                name: "statistics");

            // What existing rows need before the new constraints hold.
            migrationBuilder.DataFilesOf(version: 5);

            migrationBuilder.CreateTable(
                name: "downloads",
                schema: "statistics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    period = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    parameters = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    format = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    of = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    in_hand_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    kept_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sealed_content = table.Column<byte[]>(type: "bytea", nullable: true),
                    length = table.Column<int>(type: "integer", nullable: true),
                    file_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: true),
                    rows = table.Column<int>(type: "integer", nullable: true),
                    failure = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    times_fetched = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_downloads", x => x.id);
                    table.CheckConstraint("ck_downloads_failed", "(status = 'Failed') = (failure is not null)");
                    table.CheckConstraint("ck_downloads_format", "format in ('Csv', 'Xlsx', 'Json', 'Zip')");
                    table.CheckConstraint("ck_downloads_kept_while_ready", "(status = 'Ready') = (sealed_content is not null)");
                    table.CheckConstraint("ck_downloads_kind", "kind in ('AnnualReport', 'DistrictReport', 'Htcds', 'Ctdc', 'IcTip', 'Glotip', 'NationalPoliceBureau')");
                    table.CheckConstraint("ck_downloads_period", "period ~ '^[A-Za-z0-9 ._:/-]+$'");
                    table.CheckConstraint("ck_downloads_role", "role in ('Officer', 'Supervisor', 'Caseworker', 'ProviderManager', 'NationalCoordinator', 'NationalAdministrator', 'AgencyAdministrator', 'Analyst', 'Auditor')");
                    table.CheckConstraint("ck_downloads_status", "status in ('Waiting', 'Running', 'Ready', 'Failed', 'Cancelled', 'Expired')");
                    table.CheckConstraint("ck_downloads_whole", "status not in ('Ready', 'Expired') or num_nulls(length, file_name, sha256, rows, finished_at, kept_until) = 0");
                    table.ForeignKey(
                        name: "fk_downloads_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_downloads_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "export_templates",
                schema: "statistics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    saved_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    saved_by_name = table.Column<string>(type: "text", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fields = table.Column<string[]>(type: "text[]", nullable: false),
                    headings = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_templates", x => x.id);
                    table.CheckConstraint("ck_export_templates_columns", "cardinality(headings) = cardinality(fields) and cardinality(headings) > 0");
                    table.CheckConstraint("ck_export_templates_fields", "fields <@ array['Source', 'AgencyCode', 'AgencyKind', 'Period', 'FirstDay', 'LastDay', 'Indicator', 'Total', 'Women', 'Men', 'Children', 'Transgender', 'Unknown']");
                    table.CheckConstraint("ck_export_templates_length", "length(array_to_string(headings, '')) <= 780");
                });

            migrationBuilder.CreateTable(
                name: "published_figures",
                schema: "statistics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year_kind = table.Column<string>(type: "text", nullable: false),
                    begins = table.Column<int>(type: "integer", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    cell = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    page = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    entered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entered_by_name = table.Column<string>(type: "text", nullable: true),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_by_name = table.Column<string>(type: "text", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_figures", x => x.id);
                    table.CheckConstraint("ck_published_figures_authority", "authority in ('Fia', 'Police', 'CareProvider', 'ChildProtection', 'Labour', 'Oversight', 'Committee')");
                    table.CheckConstraint("ck_published_figures_cell", "cell in ('Identified/Total', 'Identified/Women', 'Identified/Men', 'Identified/Children', 'Identified/Transgender', 'Identified/Unknown', 'ForcedLabour/Total', 'SexualExploitation/Total', 'OrganisedBegging/Total', 'Referred/Total', 'Referred/Women', 'Referred/Men', 'Referred/Children', 'Referred/Transgender', 'Referred/Unknown', 'ReferredToGovernment/Total', 'ReferredToNgo/Total', 'InCare/Total', 'InCare/Women', 'InCare/Men', 'InCare/Children', 'InCare/Transgender', 'InCare/Unknown', 'Smuggled/Total', 'Investigations/Ptpa-Sex', 'Investigations/Ptpa-Labour', 'Investigations/Ptpa-Unspecified', 'Investigations/Psma-Sex', 'Investigations/Psma-Labour', 'Investigations/Psma-Unspecified', 'Investigations/Ppc-Sex', 'Investigations/Ppc-Labour', 'Investigations/Ppc-Unspecified', 'Investigations/Blsa-Sex', 'Investigations/Blsa-Labour', 'Investigations/Blsa-Unspecified', 'Investigations/Emigration-Sex', 'Investigations/Emigration-Labour', 'Investigations/Emigration-Unspecified', 'Investigations/Other-Sex', 'Investigations/Other-Labour', 'Investigations/Other-Unspecified', 'Accused/Total', 'Arrested/Total', 'Prosecutions/Ptpa-Sex', 'Prosecutions/Ptpa-Labour', 'Prosecutions/Ptpa-Unspecified', 'Prosecutions/Psma-Sex', 'Prosecutions/Psma-Labour', 'Prosecutions/Psma-Unspecified', 'Prosecutions/Ppc-Sex', 'Prosecutions/Ppc-Labour', 'Prosecutions/Ppc-Unspecified', 'Prosecutions/Blsa-Sex', 'Prosecutions/Blsa-Labour', 'Prosecutions/Blsa-Unspecified', 'Prosecutions/Emigration-Sex', 'Prosecutions/Emigration-Labour', 'Prosecutions/Emigration-Unspecified', 'Prosecutions/Other-Sex', 'Prosecutions/Other-Labour', 'Prosecutions/Other-Unspecified', 'Convictions/Ptpa-Sex', 'Convictions/Ptpa-Labour', 'Convictions/Ptpa-Unspecified', 'Convictions/Psma-Sex', 'Convictions/Psma-Labour', 'Convictions/Psma-Unspecified', 'Convictions/Ppc-Sex', 'Convictions/Ppc-Labour', 'Convictions/Ppc-Unspecified', 'Convictions/Blsa-Sex', 'Convictions/Blsa-Labour', 'Convictions/Blsa-Unspecified', 'Convictions/Emigration-Sex', 'Convictions/Emigration-Labour', 'Convictions/Emigration-Unspecified', 'Convictions/Other-Sex', 'Convictions/Other-Labour', 'Convictions/Other-Unspecified')");
                    table.CheckConstraint("ck_published_figures_entered", "num_nonnulls(entered_by_id, entered_by_name, entered_at) in (0, 3)");
                    table.CheckConstraint("ck_published_figures_sourced", "trim(source) <> '' and trim(page) <> ''");
                    table.CheckConstraint("ck_published_figures_value", "value between 0 and 99999999");
                    table.CheckConstraint("ck_published_figures_withdrawn", "num_nonnulls(withdrawn_by_id, withdrawn_by_name, withdrawn_at, withdrawal_reason) in (0, 4)");
                    table.CheckConstraint("ck_published_figures_year", "begins between 1947 and 2999");
                    table.CheckConstraint("ck_published_figures_year_kind", "year_kind in ('Calendar', 'Fiscal', 'AprilToMarch')");
                });

            migrationBuilder.CreateTable(
                name: "releases",
                schema: "statistics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    earlier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_by_name = table.Column<string>(type: "text", nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_by_name = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_releases", x => x.id);
                    table.CheckConstraint("ck_releases_signed_whole", "(signed_at is null) = (signed_by_id is null) and (signed_at is null) = (signed_by_name is null)");
                    table.ForeignKey(
                        name: "fk_releases_earlier_id",
                        column: x => x.earlier_id,
                        principalSchema: "statistics",
                        principalTable: "releases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_duties",
                schema: "statistics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_kind = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    set_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_by_name = table.Column<string>(type: "text", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_duties", x => x.id);
                    table.CheckConstraint("ck_report_duties_period_kind", "period_kind in ('Month', 'Quarter', 'Year')");
                    table.CheckConstraint("ck_report_duties_since", "extract(day from since) = 1");
                    table.ForeignKey(
                        name: "fk_report_duties_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "identity",
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "return_reminders",
                schema: "statistics",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    rung = table.Column<int>(type: "integer", nullable: false),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_return_reminders", x => new { x.unit_id, x.period, x.rung });
                    table.ForeignKey(
                        name: "fk_return_reminders_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "returns",
                schema: "statistics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_kind = table.Column<string>(type: "text", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    replaces_id = table.Column<Guid>(type: "uuid", nullable: true),
                    correction_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    written_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_by_name = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_by_name = table.Column<string>(type: "text", nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_returns", x => x.id);
                    table.UniqueConstraint("ak_returns_id_unit_id", x => new { x.id, x.unit_id });
                    table.CheckConstraint("ck_returns_corrected", "num_nonnulls(replaces_id, correction_reason) = case when version = 1 then 0 else 2 end");
                    table.CheckConstraint("ck_returns_period_kind", "period_kind in ('Month', 'Quarter', 'Year')");
                    table.CheckConstraint("ck_returns_signed", "num_nonnulls(signed_by_id, signed_by_name, signed_at) = case when status = 'Draft' then 0 else 3 end");
                    table.CheckConstraint("ck_returns_status", "status in ('Draft', 'SignedOff', 'Superseded')");
                    table.CheckConstraint("ck_returns_whole_period", "extract(day from first_day) = 1 and last_day = (first_day + case period_kind when 'Month' then interval '1 month' when 'Quarter' then interval '3 months' else interval '12 months' end - interval '1 day')::date and extract(month from first_day) in (1, 4, 7, 10, case when period_kind = 'Month' then extract(month from first_day) end) and not (period_kind = 'Year' and extract(month from first_day) = 10)");
                    table.ForeignKey(
                        name: "fk_returns_replaces_id_unit_id",
                        columns: x => new { x.replaces_id, x.unit_id },
                        principalSchema: "statistics",
                        principalTable: "returns",
                        principalColumns: new[] { "id", "unit_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_returns_unit_id_agency_id",
                        columns: x => new { x.unit_id, x.agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "release_bases",
                schema: "statistics",
                columns: table => new
                {
                    release_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bases = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_bases", x => x.release_id);
                    table.ForeignKey(
                        name: "fk_release_bases_release_id",
                        column: x => x.release_id,
                        principalSchema: "statistics",
                        principalTable: "releases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "return_figures",
                schema: "statistics",
                columns: table => new
                {
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cell = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_return_figures", x => new { x.return_id, x.cell });
                    table.CheckConstraint("ck_return_figures_cell", "cell in ('Identified/Total', 'Identified/Women', 'Identified/Men', 'Identified/Children', 'Identified/Transgender', 'Identified/Unknown', 'ForcedLabour/Total', 'SexualExploitation/Total', 'OrganisedBegging/Total', 'Referred/Total', 'Referred/Women', 'Referred/Men', 'Referred/Children', 'Referred/Transgender', 'Referred/Unknown', 'ReferredToGovernment/Total', 'ReferredToNgo/Total', 'InCare/Total', 'InCare/Women', 'InCare/Men', 'InCare/Children', 'InCare/Transgender', 'InCare/Unknown', 'Smuggled/Total', 'Investigations/Ptpa-Sex', 'Investigations/Ptpa-Labour', 'Investigations/Ptpa-Unspecified', 'Investigations/Psma-Sex', 'Investigations/Psma-Labour', 'Investigations/Psma-Unspecified', 'Investigations/Ppc-Sex', 'Investigations/Ppc-Labour', 'Investigations/Ppc-Unspecified', 'Investigations/Blsa-Sex', 'Investigations/Blsa-Labour', 'Investigations/Blsa-Unspecified', 'Investigations/Emigration-Sex', 'Investigations/Emigration-Labour', 'Investigations/Emigration-Unspecified', 'Investigations/Other-Sex', 'Investigations/Other-Labour', 'Investigations/Other-Unspecified', 'Accused/Total', 'Arrested/Total', 'Prosecutions/Ptpa-Sex', 'Prosecutions/Ptpa-Labour', 'Prosecutions/Ptpa-Unspecified', 'Prosecutions/Psma-Sex', 'Prosecutions/Psma-Labour', 'Prosecutions/Psma-Unspecified', 'Prosecutions/Ppc-Sex', 'Prosecutions/Ppc-Labour', 'Prosecutions/Ppc-Unspecified', 'Prosecutions/Blsa-Sex', 'Prosecutions/Blsa-Labour', 'Prosecutions/Blsa-Unspecified', 'Prosecutions/Emigration-Sex', 'Prosecutions/Emigration-Labour', 'Prosecutions/Emigration-Unspecified', 'Prosecutions/Other-Sex', 'Prosecutions/Other-Labour', 'Prosecutions/Other-Unspecified', 'Convictions/Ptpa-Sex', 'Convictions/Ptpa-Labour', 'Convictions/Ptpa-Unspecified', 'Convictions/Psma-Sex', 'Convictions/Psma-Labour', 'Convictions/Psma-Unspecified', 'Convictions/Ppc-Sex', 'Convictions/Ppc-Labour', 'Convictions/Ppc-Unspecified', 'Convictions/Blsa-Sex', 'Convictions/Blsa-Labour', 'Convictions/Blsa-Unspecified', 'Convictions/Emigration-Sex', 'Convictions/Emigration-Labour', 'Convictions/Emigration-Unspecified', 'Convictions/Other-Sex', 'Convictions/Other-Labour', 'Convictions/Other-Unspecified')");
                    table.CheckConstraint("ck_return_figures_value", "value between 0 and 99999999");
                    table.ForeignKey(
                        name: "fk_return_figures_return_id",
                        column: x => x.return_id,
                        principalSchema: "statistics",
                        principalTable: "returns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_outbox_kind",
                schema: "telling",
                table: "outbox",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'LegalDeadlineNear', 'LegalDeadlinePassed', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'DocumentInfected', 'ConnectAsked', 'ConnectAnswered', 'LooksByOthers', 'ManyOpenings', 'SignedInElsewhere', 'SignInChanged', 'SecondStepFailed', 'AccountRecovered', 'OthersAccountRecovered', 'SessionsEnded', 'PostingChanged', 'RoleToConfirm', 'AccountsDormant', 'EmergencyOpened', 'EmergencyToReview', 'EmergencyToApprove', 'EmergencyApproved', 'EmergencyReviewed', 'ReturnDue')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_notifications_kind",
                schema: "telling",
                table: "notifications",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'LegalDeadlineNear', 'LegalDeadlinePassed', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'DocumentInfected', 'ConnectAsked', 'ConnectAnswered', 'LooksByOthers', 'ManyOpenings', 'SignedInElsewhere', 'SignInChanged', 'SecondStepFailed', 'AccountRecovered', 'OthersAccountRecovered', 'SessionsEnded', 'PostingChanged', 'RoleToConfirm', 'AccountsDormant', 'EmergencyOpened', 'EmergencyToReview', 'EmergencyToApprove', 'EmergencyApproved', 'EmergencyReviewed', 'ReturnDue')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_escalation_rules_kind",
                schema: "reference",
                table: "escalation_rules",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'LegalDeadlineNear', 'LegalDeadlinePassed', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'DocumentInfected', 'ConnectAsked', 'ConnectAnswered', 'LooksByOthers', 'ManyOpenings', 'SignedInElsewhere', 'SignInChanged', 'SecondStepFailed', 'AccountRecovered', 'OthersAccountRecovered', 'SessionsEnded', 'PostingChanged', 'RoleToConfirm', 'AccountsDormant', 'EmergencyOpened', 'EmergencyToReview', 'EmergencyToApprove', 'EmergencyApproved', 'EmergencyReviewed', 'ReturnDue')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cases_proposed_lead",
                schema: "casework",
                table: "cases",
                sql: "proposed_lead in ('Fia', 'Police', 'CareProvider', 'ChildProtection', 'Labour', 'Oversight', 'Committee')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_laws_decided_lead",
                schema: "casework",
                table: "case_laws",
                sql: "decided_lead in ('Fia', 'Police', 'CareProvider', 'ChildProtection', 'Labour', 'Oversight', 'Committee')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_agencies_kind",
                schema: "identity",
                table: "agencies",
                sql: "kind in ('Fia', 'Police', 'CareProvider', 'ChildProtection', 'Labour', 'Oversight', 'Committee')");

            migrationBuilder.CreateIndex(
                name: "ix_downloads_unfinished",
                schema: "statistics",
                table: "downloads",
                column: "asked_at",
                filter: "status in ('Waiting', 'Running')");

            migrationBuilder.CreateIndex(
                name: "ix_downloads_unit_id",
                schema: "statistics",
                table: "downloads",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_downloads_user_id_asked_at",
                schema: "statistics",
                table: "downloads",
                columns: new[] { "user_id", "asked_at" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ux_downloads_number",
                schema: "statistics",
                table: "downloads",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_export_templates_version",
                schema: "statistics",
                table: "export_templates",
                column: "version",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_published_figures_standing",
                schema: "statistics",
                table: "published_figures",
                columns: new[] { "year_kind", "begins", "authority", "cell" },
                unique: true,
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_releases_earlier_id",
                schema: "statistics",
                table: "releases",
                column: "earlier_id");

            migrationBuilder.CreateIndex(
                name: "ux_releases_number",
                schema: "statistics",
                table: "releases",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_releases_one_after_the_other",
                schema: "statistics",
                table: "releases",
                columns: new[] { "year", "earlier_id" },
                unique: true,
                filter: "signed_at is not null")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ux_report_duties_one_owed",
                schema: "statistics",
                table: "report_duties",
                column: "agency_id",
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_returns_agency_id_first_day",
                schema: "statistics",
                table: "returns",
                columns: new[] { "agency_id", "first_day" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_returns_first_day_last_day",
                schema: "statistics",
                table: "returns",
                columns: new[] { "first_day", "last_day" },
                filter: "status = 'SignedOff'");

            migrationBuilder.CreateIndex(
                name: "ix_returns_replaces_id_unit_id",
                schema: "statistics",
                table: "returns",
                columns: new[] { "replaces_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_returns_unit_id_agency_id",
                schema: "statistics",
                table: "returns",
                columns: new[] { "unit_id", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "ux_returns_one_draft",
                schema: "statistics",
                table: "returns",
                columns: new[] { "unit_id", "period_kind", "first_day" },
                unique: true,
                filter: "status = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ux_returns_version",
                schema: "statistics",
                table: "returns",
                columns: new[] { "number", "version" },
                unique: true);

            // Policies, functions and triggers: RowSecurity/Policies.
            migrationBuilder.SqlFilesOf(version: 5);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Row security is never taken off a database that holds people.");
    }
}
