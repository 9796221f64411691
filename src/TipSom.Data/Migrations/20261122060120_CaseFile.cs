using System;
using Microsoft.EntityFrameworkCore.Migrations;
using TipSom.Data.RowSecurity;

#nullable disable

namespace TipSom.Data.Migrations
{
    /// <inheritdoc />
    public partial class CaseFile : Migration
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
                name: "ck_case_events_kind",
                schema: "casework",
                table: "case_events");

            migrationBuilder.AddColumn<string>(
                name: "closed_for",
                schema: "casework",
                table: "cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "found_on",
                schema: "casework",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "import_id",
                schema: "casework",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "to_unit_id",
                schema: "casework",
                table: "case_events",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "sees_investigation",
                schema: "casework",
                table: "case_access",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "until",
                schema: "casework",
                table: "case_access",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "works",
                schema: "casework",
                table: "case_access",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            // What existing rows need before the new constraints hold.
            migrationBuilder.DataFilesOf(version: 3);

            migrationBuilder.CreateTable(
                name: "case_changes",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    within = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: true),
                    field = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true),
                    sealed_before = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_changes", x => x.id);
                    table.CheckConstraint("ck_case_changes_within", "within in ('Case', 'Identity', 'Investigation')");
                    table.ForeignKey(
                        name: "fk_case_changes_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_changes_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_status_changes",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    sealed_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_status_changes", x => x.id);
                    table.CheckConstraint("ck_case_status_changes_closed_with_a_reason", "(status = 'Closed') = (reason is not null)");
                    table.CheckConstraint("ck_case_status_changes_reason", "reason in ('FollowedUpAndDone', 'HandedToCourt', 'NotTrafficking', 'LostContact', 'Duplicate', 'EnteredInError', 'Other')");
                    table.CheckConstraint("ck_case_status_changes_status", "status in ('Open', 'Closed')");
                    table.ForeignKey(
                        name: "fk_case_status_changes_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "connect_requests",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    told_sex = table.Column<string>(type: "text", nullable: true),
                    told_age = table.Column<string>(type: "text", nullable: true),
                    told_district_code = table.Column<string>(type: "text", nullable: true),
                    sealed_contact = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_case_number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    to_case_number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connect_requests", x => x.id);
                    table.CheckConstraint("ck_connect_requests_answer", "answer in ('Same', 'NotSame', 'CannotSay')");
                    table.CheckConstraint("ck_connect_requests_answered", "num_nonnulls(answer, answered_at, answered_by_id) in (0, 3)");
                    table.CheckConstraint("ck_connect_requests_purpose", "purpose in ('Danger', 'SpareThePerson', 'OneInvestigation')");
                    table.CheckConstraint("ck_connect_requests_told_age", "told_age in ('Unknown', 'Under12', 'From12To17', 'From18To24', 'From25To34', 'From35To59', 'From60')");
                    table.CheckConstraint("ck_connect_requests_told_sex", "told_sex in ('Female', 'Male', 'Transgender', 'Unknown')");
                    table.ForeignKey(
                        name: "fk_connect_requests_from_unit_id",
                        column: x => x.from_unit_id,
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_connect_requests_to_unit_id",
                        column: x => x.to_unit_id,
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_connect_requests_told_district_code",
                        column: x => x.told_district_code,
                        principalSchema: "reference",
                        principalTable: "districts",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_connect_requests_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duplicate_choices",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    known_case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    known_victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_choices", x => x.id);
                    table.CheckConstraint("ck_duplicate_choices_answer", "answer in ('Same', 'Different', 'NotSure')");
                    table.CheckConstraint("ck_duplicate_choices_whole_person", "num_nonnulls(case_id, victim_id) in (0, 2)");
                    table.ForeignKey(
                        name: "fk_duplicate_choices_known_victim_id_known_case_id",
                        columns: x => new { x.known_victim_id, x.known_case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duplicate_choices_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_links",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    other_case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    undone_because = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_links", x => x.id);
                    table.CheckConstraint("ck_person_links_because", "because in ('SameDocument', 'PersonSaysSo', 'FamilySaysSo', 'KnownToOfficer', 'UnitSaysSo')");
                    table.CheckConstraint("ck_person_links_two_people", "victim_id < other_victim_id and case_id <> other_case_id");
                    table.CheckConstraint("ck_person_links_undone", "num_nonnulls(undone_at, undone_by_id, undone_because) in (0, 3)");
                    table.CheckConstraint("ck_person_links_undone_because", "undone_because in ('TwoPeople', 'ByMistake')");
                    table.ForeignKey(
                        name: "fk_person_links_other_victim_id_other_case_id",
                        columns: x => new { x.other_victim_id, x.other_case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_links_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_merges",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    into_victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    undone_because = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_merges", x => x.id);
                    table.CheckConstraint("ck_person_merges_because", "because in ('SameDocument', 'PersonSaysSo', 'FamilySaysSo', 'KnownToOfficer', 'UnitSaysSo')");
                    table.CheckConstraint("ck_person_merges_two_people", "victim_id <> into_victim_id");
                    table.CheckConstraint("ck_person_merges_undone", "num_nonnulls(undone_at, undone_by_id, undone_because) in (0, 3)");
                    table.CheckConstraint("ck_person_merges_undone_because", "undone_because in ('TwoPeople', 'ByMistake')");
                    table.ForeignKey(
                        name: "fk_person_merges_into_victim_id_case_id",
                        columns: x => new { x.into_victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_merges_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "prints",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    with_names = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prints", x => x.id);
                    table.CheckConstraint("ck_prints_kind", "kind in ('FirAnnex', 'VictimSummary')");
                    table.CheckConstraint("ck_prints_of_one_person", "(kind = 'VictimSummary') = (victim_id is not null)");
                    table.ForeignKey(
                        name: "fk_prints_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_prints_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "register_imports",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    format = table.Column<string>(type: "text", nullable: false),
                    sealed_file = table.Column<byte[]>(type: "bytea", nullable: true),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    columns = table.Column<int[]>(type: "integer[]", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    cases = table.Column<int>(type: "integer", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    left_out = table.Column<int>(type: "integer", nullable: false),
                    cases_in = table.Column<int>(type: "integer", nullable: false),
                    people_in = table.Column<int>(type: "integer", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    in_hand_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_imports", x => x.id);
                    table.CheckConstraint("ck_register_imports_format", "format in ('Csv', 'Xlsx')");
                    table.CheckConstraint("ck_register_imports_status", "status in ('Uploaded', 'Running', 'Finished', 'Cancelling', 'Cancelled')");
                    table.ForeignKey(
                        name: "fk_register_imports_unit_id_agency_id",
                        columns: x => new { x.unit_id, x.agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_register_imports_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "searches",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    query_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    finds = table.Column<int>(type: "integer", nullable: false),
                    beyond = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_searches", x => x.id);
                    table.CheckConstraint("ck_searches_kind", "kind in ('CaseNumber', 'ReferralNumber', 'StationReference', 'IdentityNumber', 'Phone', 'Name', 'Duplicates')");
                });

            migrationBuilder.CreateTable(
                name: "connect_targets",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connect_targets", x => x.id);
                    table.ForeignKey(
                        name: "fk_connect_targets_request_id",
                        column: x => x.request_id,
                        principalSchema: "casework",
                        principalTable: "connect_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_connect_targets_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_outbox_kind",
                schema: "telling",
                table: "outbox",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'ConnectAsked', 'ConnectAnswered')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_notifications_kind",
                schema: "telling",
                table: "notifications",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'ConnectAsked', 'ConnectAnswered')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_escalation_rules_kind",
                schema: "reference",
                table: "escalation_rules",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'ConnectAsked', 'ConnectAnswered')");

            migrationBuilder.CreateIndex(
                name: "ix_cases_import_id",
                schema: "casework",
                table: "cases",
                column: "import_id",
                filter: "import_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_station_reference",
                schema: "casework",
                table: "cases",
                column: "station_reference",
                filter: "station_reference is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cases_closed_for",
                schema: "casework",
                table: "cases",
                sql: "closed_for in ('FollowedUpAndDone', 'HandedToCourt', 'NotTrafficking', 'LostContact', 'Duplicate', 'EnteredInError', 'Other')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cases_closed_with_a_reason",
                schema: "casework",
                table: "cases",
                sql: "(status = 'Closed') = (closed_for is not null)");

            migrationBuilder.CreateIndex(
                name: "ix_case_events_to_unit_id",
                schema: "casework",
                table: "case_events",
                column: "to_unit_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_events_kind",
                schema: "casework",
                table: "case_events",
                sql: "kind in ('Logged', 'PersonAdded', 'ConsentGiven', 'ConsentRefused', 'ConsentWithdrawn', 'IdentityChanged', 'ReferralSent', 'ReferralWithdrawn', 'HandedOver', 'FactsCorrected', 'Closed', 'Reopened', 'PersonLinked', 'LinkUndone', 'PersonMerged', 'MergeUndone', 'ConnectAsked', 'ConnectAnswered')");

            migrationBuilder.CreateIndex(
                name: "ix_case_changes_case_id_at",
                schema: "casework",
                table: "case_changes",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_changes_victim_id_case_id",
                schema: "casework",
                table: "case_changes",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_status_changes_case_id_at",
                schema: "casework",
                table: "case_status_changes",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_connect_requests_case_id",
                schema: "casework",
                table: "connect_requests",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_connect_requests_from_unit_id",
                schema: "casework",
                table: "connect_requests",
                column: "from_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_connect_requests_open",
                schema: "casework",
                table: "connect_requests",
                column: "at",
                filter: "answer is null");

            migrationBuilder.CreateIndex(
                name: "ix_connect_requests_to_unit_id",
                schema: "casework",
                table: "connect_requests",
                column: "to_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_connect_requests_told_district_code",
                schema: "casework",
                table: "connect_requests",
                column: "told_district_code");

            migrationBuilder.CreateIndex(
                name: "ix_connect_requests_victim_id_case_id",
                schema: "casework",
                table: "connect_requests",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_connect_requests_number",
                schema: "casework",
                table: "connect_requests",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_connect_targets_case_id",
                schema: "casework",
                table: "connect_targets",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_connect_targets_victim_id_case_id",
                schema: "casework",
                table: "connect_targets",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_connect_targets_request_id",
                schema: "casework",
                table: "connect_targets",
                column: "request_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_choices_case_id",
                schema: "casework",
                table: "duplicate_choices",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_choices_known_case_id",
                schema: "casework",
                table: "duplicate_choices",
                column: "known_case_id");

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_choices_known_victim_id_known_case_id",
                schema: "casework",
                table: "duplicate_choices",
                columns: new[] { "known_victim_id", "known_case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_choices_open",
                schema: "casework",
                table: "duplicate_choices",
                column: "at",
                filter: "answer = 'NotSure' and settled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_choices_victim_id_case_id",
                schema: "casework",
                table: "duplicate_choices",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_links_case_id",
                schema: "casework",
                table: "person_links",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_links_other_case_id",
                schema: "casework",
                table: "person_links",
                column: "other_case_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_links_other_victim_id",
                schema: "casework",
                table: "person_links",
                column: "other_victim_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_links_other_victim_id_other_case_id",
                schema: "casework",
                table: "person_links",
                columns: new[] { "other_victim_id", "other_case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_links_victim_id",
                schema: "casework",
                table: "person_links",
                column: "victim_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_links_victim_id_case_id",
                schema: "casework",
                table: "person_links",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_person_links_one_per_pair",
                schema: "casework",
                table: "person_links",
                columns: new[] { "victim_id", "other_victim_id" },
                unique: true,
                filter: "undone_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_case_id",
                schema: "casework",
                table: "person_merges",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_into_victim_id",
                schema: "casework",
                table: "person_merges",
                column: "into_victim_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_into_victim_id_case_id",
                schema: "casework",
                table: "person_merges",
                columns: new[] { "into_victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_victim_id_case_id",
                schema: "casework",
                table: "person_merges",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_person_merges_one_per_person",
                schema: "casework",
                table: "person_merges",
                column: "victim_id",
                unique: true,
                filter: "undone_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_prints_case_id_at",
                schema: "casework",
                table: "prints",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_prints_victim_id_case_id",
                schema: "casework",
                table: "prints",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_register_imports_unit_id_agency_id",
                schema: "casework",
                table: "register_imports",
                columns: new[] { "unit_id", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_register_imports_user_id",
                schema: "casework",
                table: "register_imports",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_register_imports_user_unit_id_uploaded_at",
                schema: "casework",
                table: "register_imports",
                columns: new[] { "user_unit_id", "uploaded_at" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_searches_actor_id",
                schema: "casework",
                table: "searches",
                columns: new[] { "actor_id", "at" });

            migrationBuilder.AddForeignKey(
                name: "fk_case_events_to_unit_id",
                schema: "casework",
                table: "case_events",
                column: "to_unit_id",
                principalSchema: "identity",
                principalTable: "units",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_cases_import_id",
                schema: "casework",
                table: "cases",
                column: "import_id",
                principalSchema: "casework",
                principalTable: "register_imports",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            // Policies, functions and triggers: RowSecurity/Policies.
            migrationBuilder.SqlFilesOf(version: 3);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Row security is never taken off a database that holds people.");
    }
}
