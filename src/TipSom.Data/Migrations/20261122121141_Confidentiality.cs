using System;
using Microsoft.EntityFrameworkCore.Migrations;
using TipSom.Data.RowSecurity;

#nullable disable

namespace TipSom.Data.Migrations
{
    /// <inheritdoc />
    public partial class Confidentiality : Migration
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

            migrationBuilder.AddColumn<Guid>(
                name: "hashed_for_agency_id",
                schema: "casework",
                table: "victim_identities",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid[]>(
                name: "number_hashes",
                schema: "casework",
                table: "victim_identities",
                type: "uuid[]",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "phone_hash",
                schema: "casework",
                table: "victim_identities",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "row_id",
                schema: "audit",
                table: "entries",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "agency_id",
                schema: "audit",
                table: "entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "detail",
                schema: "audit",
                table: "entries",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "place",
                schema: "audit",
                table: "entries",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "session_id",
                schema: "audit",
                table: "entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "transaction_id",
                schema: "audit",
                table: "entries",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            // What existing rows need before the new constraints hold.
            migrationBuilder.DataFilesOf(version: 4);

            migrationBuilder.CreateTable(
                name: "heads",
                schema: "audit",
                columns: table => new
                {
                    chain = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_heads", x => x.chain);
                });

            migrationBuilder.CreateTable(
                name: "key_runs",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    table_name = table.Column<string>(type: "text", nullable: false),
                    key_id = table.Column<string>(type: "text", nullable: false),
                    records = table.Column<int>(type: "integer", nullable: false),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "key_uses",
                schema: "identity",
                columns: table => new
                {
                    portal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_id = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_uses", x => x.portal_id);
                });

            migrationBuilder.CreateTable(
                name: "links",
                schema: "audit",
                columns: table => new
                {
                    chain = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_links", x => new { x.chain, x.position });
                });

            migrationBuilder.CreateTable(
                name: "purpose_keys",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    sealed_key = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purpose_keys", x => x.id);
                    table.CheckConstraint("ck_purpose_keys_purpose", "purpose in ('ArrivalCode', 'Draft', 'Search', 'IdentityHash')");
                });

            migrationBuilder.CreateIndex(
                name: "ix_victim_identities_number_hashes",
                schema: "casework",
                table: "victim_identities",
                column: "number_hashes")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_victim_identities_phone_hash",
                schema: "casework",
                table: "victim_identities",
                column: "phone_hash");

            migrationBuilder.CreateIndex(
                name: "ix_suspect_openings_at",
                schema: "casework",
                table: "suspect_openings",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_prints_at",
                schema: "casework",
                table: "prints",
                column: "at");

            migrationBuilder.AddCheckConstraint(
                name: "ck_outbox_kind",
                schema: "telling",
                table: "outbox",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'LegalDeadlineNear', 'LegalDeadlinePassed', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'DocumentInfected', 'ConnectAsked', 'ConnectAnswered', 'LooksByOthers')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_notifications_kind",
                schema: "telling",
                table: "notifications",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'LegalDeadlineNear', 'LegalDeadlinePassed', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'DocumentInfected', 'ConnectAsked', 'ConnectAnswered', 'LooksByOthers')");

            migrationBuilder.CreateIndex(
                name: "ix_identity_openings_at",
                schema: "casework",
                table: "identity_openings",
                column: "at");

            migrationBuilder.AddCheckConstraint(
                name: "ck_escalation_rules_kind",
                schema: "reference",
                table: "escalation_rules",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'LegalDeadlineNear', 'LegalDeadlinePassed', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'DocumentInfected', 'ConnectAsked', 'ConnectAnswered', 'LooksByOthers')");

            migrationBuilder.CreateIndex(
                name: "ix_entries_actor_id_id",
                schema: "audit",
                table: "entries",
                columns: new[] { "actor_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_entries_agency_id_id",
                schema: "audit",
                table: "entries",
                columns: new[] { "agency_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_document_openings_at",
                schema: "casework",
                table: "document_openings",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_openings_at",
                schema: "casework",
                table: "disclosure_openings",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_links_entry_id",
                schema: "audit",
                table: "links",
                column: "entry_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_purpose_keys_purpose",
                schema: "identity",
                table: "purpose_keys",
                column: "purpose",
                unique: true);

            // Policies, functions and triggers: RowSecurity/Policies.
            migrationBuilder.SqlFilesOf(version: 4);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Row security is never taken off a database that holds people.");
    }
}
