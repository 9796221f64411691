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

            migrationBuilder.AddColumn<Guid>(
                name: "sent_by_agency_id",
                schema: "casework",
                table: "referrals",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

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

            migrationBuilder.AddColumn<bool>(
                name: "sees_documents",
                schema: "casework",
                table: "case_access",
                type: "boolean",
                nullable: false,
                defaultValue: true);

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
                name: "case_notes",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    sealed_text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_notes_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_shares",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sees_identity = table.Column<bool>(type: "boolean", nullable: false),
                    sees_investigation = table.Column<bool>(type: "boolean", nullable: false),
                    sees_documents = table.Column<bool>(type: "boolean", nullable: false),
                    sealed_reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by_name = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by_name = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by_name = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_shares", x => x.id);
                    table.CheckConstraint("ck_case_shares_ended", "(status = 'Ended') = (ended_at is not null)");
                    table.CheckConstraint("ck_case_shares_status", "status in ('Asked', 'InForce', 'Refused', 'Ended')");
                    table.ForeignKey(
                        name: "fk_case_shares_asked_by_id",
                        column: x => x.asked_by_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_shares_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_shares_unit_id_agency_id",
                        columns: x => new { x.unit_id, x.agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lead_transfers",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    case_kind = table.Column<string>(type: "text", nullable: false),
                    district_code = table.Column<string>(type: "text", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    children = table.Column<int>(type: "integer", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    keeps_reading = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by_name = table.Column<string>(type: "text", nullable: false),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by_name = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_name = table.Column<string>(type: "text", nullable: true),
                    sealed_answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_transfers", x => x.id);
                    table.CheckConstraint("ck_lead_transfers_answered", "(answered_at is null) = (status in ('Proposed', 'Approved'))");
                    table.CheckConstraint("ck_lead_transfers_case_kind", "case_kind in ('Trafficking', 'Smuggling')");
                    table.CheckConstraint("ck_lead_transfers_refused_with_reason", "(sealed_answer is not null) = (status = 'Refused')");
                    table.CheckConstraint("ck_lead_transfers_status", "status in ('Proposed', 'Approved', 'Accepted', 'Refused', 'TakenBack')");
                    table.CheckConstraint("ck_lead_transfers_to_another_agency", "from_agency_id <> to_agency_id");
                    table.ForeignKey(
                        name: "fk_lead_transfers_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_transfers_from_unit_id_from_agency_id",
                        columns: x => new { x.from_unit_id, x.from_agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_transfers_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lead_transfers_to_unit_id_to_agency_id",
                        columns: x => new { x.to_unit_id, x.to_agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
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

            migrationBuilder.AddCheckConstraint(
                name: "ck_outbox_kind",
                schema: "telling",
                table: "outbox",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_notifications_kind",
                schema: "telling",
                table: "notifications",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_escalation_rules_kind",
                schema: "reference",
                table: "escalation_rules",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack')");

            migrationBuilder.CreateIndex(
                name: "ix_cases_import_id",
                schema: "casework",
                table: "cases",
                column: "import_id",
                filter: "import_id is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_events_kind",
                schema: "casework",
                table: "case_events",
                sql: "kind in ('Logged', 'PersonAdded', 'ConsentGiven', 'ConsentRefused', 'ConsentWithdrawn', 'IdentityChanged', 'ReferralSent', 'ReferralWithdrawn', 'HandedOver', 'ShareAsked', 'Shared', 'ShareRefused', 'ShareEnded', 'TransferProposed', 'TransferApproved', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack')");

            migrationBuilder.CreateIndex(
                name: "ix_case_access_until",
                schema: "casework",
                table: "case_access",
                column: "until",
                filter: "until is not null");

            migrationBuilder.CreateIndex(
                name: "ix_case_notes_case_id_at",
                schema: "casework",
                table: "case_notes",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_shares_asked_by_id",
                schema: "casework",
                table: "case_shares",
                column: "asked_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_shares_case_id",
                schema: "casework",
                table: "case_shares",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_shares_to_decide",
                schema: "casework",
                table: "case_shares",
                column: "asked_at",
                filter: "status = 'Asked'");

            migrationBuilder.CreateIndex(
                name: "ix_case_shares_unit_id_agency_id",
                schema: "casework",
                table: "case_shares",
                columns: new[] { "unit_id", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_transfers_case_id_proposed_at",
                schema: "casework",
                table: "lead_transfers",
                columns: new[] { "case_id", "proposed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_transfers_case_number",
                schema: "casework",
                table: "lead_transfers",
                column: "case_number");

            migrationBuilder.CreateIndex(
                name: "ix_lead_transfers_from_unit_id_from_agency_id",
                schema: "casework",
                table: "lead_transfers",
                columns: new[] { "from_unit_id", "from_agency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_transfers_proposed_by_id",
                schema: "casework",
                table: "lead_transfers",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_lead_transfers_to_unit_id_to_agency_id",
                schema: "casework",
                table: "lead_transfers",
                columns: new[] { "to_unit_id", "to_agency_id" });

            migrationBuilder.CreateIndex(
                name: "ux_lead_transfers_one_under_way",
                schema: "casework",
                table: "lead_transfers",
                column: "case_id",
                unique: true,
                filter: "status in ('Proposed', 'Approved')");

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
