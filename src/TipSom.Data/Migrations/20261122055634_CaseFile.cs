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
                name: "case_documents",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    photograph_reason = table.Column<string>(type: "text", nullable: true),
                    format = table.Column<string>(type: "text", nullable: false),
                    length = table.Column<int>(type: "integer", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: true),
                    height = table.Column<int>(type: "integer", nullable: true),
                    pages = table.Column<int>(type: "integer", nullable: true),
                    sealed_name = table.Column<byte[]>(type: "bytea", nullable: false),
                    scan = table.Column<string>(type: "text", nullable: false),
                    scanned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    scan_leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_by_name = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_out_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_out_by_name = table.Column<string>(type: "text", nullable: true),
                    take_out_reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_documents", x => x.id);
                    table.UniqueConstraint("ak_case_documents_id_case_id", x => new { x.id, x.case_id });
                    table.CheckConstraint("ck_case_documents_dots", "width > 0 and height > 0 and width::bigint * height <= 24000000");
                    table.CheckConstraint("ck_case_documents_format", "format in ('Jpeg', 'Png', 'Pdf')");
                    table.CheckConstraint("ck_case_documents_kind", "kind in ('FirCopy', 'MedicalPaper', 'IdentityDocument', 'Photograph', 'CourtPaper', 'Other')");
                    table.CheckConstraint("ck_case_documents_length", "length between 1 and 5242880");
                    table.CheckConstraint("ck_case_documents_photograph", "(kind = 'Photograph') = (photograph_reason is not null)");
                    table.CheckConstraint("ck_case_documents_photograph_reason", "photograph_reason in ('Injuries', 'Recognition', 'Ordered', 'Papers')");
                    table.CheckConstraint("ck_case_documents_scan", "scan in ('Waiting', 'Clean', 'Infected')");
                    table.CheckConstraint("ck_case_documents_take_out_reason", "take_out_reason in ('WrongCase', 'Twice', 'Unreadable', 'NotNeeded')");
                    table.CheckConstraint("ck_case_documents_taken_out", "num_nulls(taken_out_at, taken_out_by_id, taken_out_by_name, take_out_reason) in (0, 4)");
                    table.ForeignKey(
                        name: "fk_case_documents_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
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
                name: "case_document_contents",
                schema: "casework",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_document_contents", x => x.document_id);
                    table.ForeignKey(
                        name: "fk_case_document_contents_document_id_case_id",
                        columns: x => new { x.document_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "case_documents",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_openings",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_openings", x => x.id);
                    table.ForeignKey(
                        name: "fk_document_openings_document_id_case_id",
                        columns: x => new { x.document_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "case_documents",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_outbox_kind",
                schema: "telling",
                table: "outbox",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'DocumentInfected')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_notifications_kind",
                schema: "telling",
                table: "notifications",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'DocumentInfected')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_escalation_rules_kind",
                schema: "reference",
                table: "escalation_rules",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'DocumentInfected')");

            migrationBuilder.CreateIndex(
                name: "ix_cases_import_id",
                schema: "casework",
                table: "cases",
                column: "import_id",
                filter: "import_id is not null");

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
                sql: "kind in ('Logged', 'PersonAdded', 'ConsentGiven', 'ConsentRefused', 'ConsentWithdrawn', 'IdentityChanged', 'ReferralSent', 'ReferralWithdrawn', 'HandedOver', 'FactsCorrected', 'Closed', 'Reopened', 'DocumentAdded', 'DocumentTakenOut')");

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
                name: "ix_case_document_contents_case_id",
                schema: "casework",
                table: "case_document_contents",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_document_contents_document_id_case_id",
                schema: "casework",
                table: "case_document_contents",
                columns: new[] { "document_id", "case_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_documents_added_by_id_added_at",
                schema: "casework",
                table: "case_documents",
                columns: new[] { "added_by_id", "added_at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_documents_case_id_added_at",
                schema: "casework",
                table: "case_documents",
                columns: new[] { "case_id", "added_at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_documents_waiting",
                schema: "casework",
                table: "case_documents",
                column: "added_at",
                filter: "scan = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_case_status_changes_case_id_at",
                schema: "casework",
                table: "case_status_changes",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_document_openings_case_id_at",
                schema: "casework",
                table: "document_openings",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_document_openings_document_id_case_id",
                schema: "casework",
                table: "document_openings",
                columns: new[] { "document_id", "case_id" });

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
