using System;
using Microsoft.EntityFrameworkCore.Migrations;
using TipSom.Data.RowSecurity;

#nullable disable

namespace TipSom.Data.Migrations
{
    /// <inheritdoc />
    public partial class WholeReferral : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What existing rows need before the new constraints hold.
            migrationBuilder.DataFilesOf(version: 2);

            migrationBuilder.CreateTable(
                name: "care_entries",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    hours = table.Column<decimal>(type: "numeric(3,1)", precision: 3, scale: 1, nullable: true),
                    times = table.Column<int>(type: "integer", nullable: true),
                    visibility = table.Column<string>(type: "text", nullable: false),
                    sealed_note = table.Column<byte[]>(type: "bytea", nullable: true),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_entries", x => x.id);
                    table.UniqueConstraint("ak_care_entries_id_referral_id", x => new { x.id, x.referral_id });
                    table.CheckConstraint("ck_care_entries_hours", "hours > 0 and hours <= 24");
                    table.CheckConstraint("ck_care_entries_service", "service in ('Shelter', 'EmergencyMedical', 'Counselling', 'LegalAid', 'Interpretation', 'FoodAndClothing', 'IdentityDocuments', 'FamilyTracing', 'ReturnHome', 'Livelihood', 'Education', 'ChildProtection', 'DrugTreatment', 'Security', 'FinancialHelp')");
                    table.CheckConstraint("ck_care_entries_times", "times between 1 and 99");
                    table.CheckConstraint("ck_care_entries_visibility", "visibility in ('OnlyUs', 'ForSender')");
                    table.ForeignKey(
                        name: "fk_care_entries_corrects_id_referral_id",
                        columns: x => new { x.corrects_id, x.referral_id },
                        principalSchema: "casework",
                        principalTable: "care_entries",
                        principalColumns: new[] { "id", "referral_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_entries_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "casework",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "care_plan_items",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    sealed_goal = table.Column<byte[]>(type: "bytea", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dropped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    drop_reason = table.Column<string>(type: "text", nullable: true),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_plan_items", x => x.id);
                    table.CheckConstraint("ck_care_plan_items_closed_once", "done_at is null or dropped_at is null");
                    table.CheckConstraint("ck_care_plan_items_drop_reason", "drop_reason in ('NoLongerNeeded', 'PersonRefused', 'NotPossible', 'DoneElsewhere')");
                    table.CheckConstraint("ck_care_plan_items_dropped_with_reason", "(dropped_at is null) = (drop_reason is null)");
                    table.CheckConstraint("ck_care_plan_items_service", "service in ('Shelter', 'EmergencyMedical', 'Counselling', 'LegalAid', 'Interpretation', 'FoodAndClothing', 'IdentityDocuments', 'FamilyTracing', 'ReturnHome', 'Livelihood', 'Education', 'ChildProtection', 'DrugTreatment', 'Security', 'FinancialHelp')");
                    table.ForeignKey(
                        name: "fk_care_plan_items_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "casework",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "follow_ups",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    sealed_note = table.Column<byte[]>(type: "bytea", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "text", nullable: true),
                    taken_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_up_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_ups", x => x.id);
                    table.CheckConstraint("ck_follow_ups_answer", "answer in ('SafeAndWell', 'NeedsHelp', 'NotReached', 'DeclinedContact')");
                    table.CheckConstraint("ck_follow_ups_answered_whole", "(answer is null) = (answered_at is null) and (answer is null) = (actor_id is null)");
                    table.CheckConstraint("ck_follow_ups_called_off_or_answered", "cancelled_at is null or answer is null");
                    table.CheckConstraint("ck_follow_ups_days", "days in (30, 90, 180)");
                    table.CheckConstraint("ck_follow_ups_taken_up", "taken_up_at is null or answer = 'NeedsHelp'");
                    table.ForeignKey(
                        name: "fk_follow_ups_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "casework",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referral_message_readings",
                schema: "casework",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referral_message_readings", x => new { x.referral_id, x.unit_id, x.side });
                    table.CheckConstraint("ck_referral_message_readings_side", "side in ('Sender', 'Recipient', 'National')");
                    table.ForeignKey(
                        name: "fk_referral_message_readings_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "casework",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referral_message_readings_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referral_messages",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    sealed_text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referral_messages", x => x.id);
                    table.CheckConstraint("ck_referral_messages_between_the_two_sides", "side <> 'National'");
                    table.CheckConstraint("ck_referral_messages_side", "side in ('Sender', 'Recipient', 'National')");
                    table.ForeignKey(
                        name: "fk_referral_messages_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "casework",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_care_entries_corrects_id_referral_id",
                schema: "casework",
                table: "care_entries",
                columns: new[] { "corrects_id", "referral_id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_entries_referral_id_at",
                schema: "casework",
                table: "care_entries",
                columns: new[] { "referral_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ux_care_entries_corrects_id",
                schema: "casework",
                table: "care_entries",
                column: "corrects_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_care_plan_items_open",
                schema: "casework",
                table: "care_plan_items",
                column: "due_on",
                filter: "done_at is null and dropped_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_care_plan_items_referral_id_due_on",
                schema: "casework",
                table: "care_plan_items",
                columns: new[] { "referral_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_follow_ups_help_needed",
                schema: "casework",
                table: "follow_ups",
                column: "referral_id",
                filter: "answer = 'NeedsHelp' and taken_up_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_follow_ups_open",
                schema: "casework",
                table: "follow_ups",
                column: "due_on",
                filter: "answer is null and cancelled_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_follow_ups_referral_id_days",
                schema: "casework",
                table: "follow_ups",
                columns: new[] { "referral_id", "days" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_referral_message_readings_unit_id",
                schema: "casework",
                table: "referral_message_readings",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_referral_messages_referral_id_at",
                schema: "casework",
                table: "referral_messages",
                columns: new[] { "referral_id", "at" });

            // Policies, functions and triggers: RowSecurity/Policies.
            migrationBuilder.SqlFilesOf(version: 2);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Row security is never taken off a database that holds people.");
    }
}
