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
            migrationBuilder.EnsureSchema(
                name: "telling");

            // What existing rows need before the new constraints hold.
            migrationBuilder.DataFilesOf(version: 2);

            migrationBuilder.CreateTable(
                name: "mail_choices",
                schema: "telling",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mails_work = table.Column<bool>(type: "boolean", nullable: false),
                    mails_news = table.Column<bool>(type: "boolean", nullable: false),
                    quiet_from = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    quiet_to = table.Column<TimeOnly>(type: "time without time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_choices", x => x.user_id);
                    table.CheckConstraint("ck_mail_choices_quiet_hours", "quiet_from is null and quiet_to is null or quiet_from <> quiet_to and quiet_from is not null and quiet_to is not null");
                    table.ForeignKey(
                        name: "fk_mail_choices_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notifications",
                schema: "telling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_work = table.Column<bool>(type: "boolean", nullable: false),
                    is_urgent = table.Column<bool>(type: "boolean", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notifications", x => x.id);
                    table.CheckConstraint("ck_notifications_kind", "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue')");
                    table.ForeignKey(
                        name: "fk_notifications_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "casework",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notifications_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "telling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    culture = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    is_work = table.Column<bool>(type: "boolean", nullable: false),
                    is_urgent = table.Column<bool>(type: "boolean", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_referral = table.Column<bool>(type: "boolean", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error_kind = table.Column<string>(type: "text", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    given_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                    table.CheckConstraint("ck_outbox_kind", "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue')");
                    table.CheckConstraint("ck_outbox_last_error_kind", "last_error_kind in ('NoServer', 'TooSlow', 'BrokeOff', 'NotNow', 'Rejected', 'NotAllowed', 'AccountDisabled', 'Other')");
                    table.ForeignKey(
                        name: "fk_outbox_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_newest",
                schema: "telling",
                table: "notifications",
                columns: new[] { "user_id", "made_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_referral_id",
                schema: "telling",
                table: "notifications",
                column: "referral_id");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_work",
                schema: "telling",
                table: "notifications",
                columns: new[] { "user_id", "referral_id" },
                filter: "is_work and settled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_newest",
                schema: "telling",
                table: "outbox",
                columns: new[] { "made_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_sent_at",
                schema: "telling",
                table: "outbox",
                column: "sent_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_user_id",
                schema: "telling",
                table: "outbox",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_waiting",
                schema: "telling",
                table: "outbox",
                column: "not_before",
                filter: "sent_at is null and given_up_at is null");

            // Policies, functions and triggers: RowSecurity/Policies.
            migrationBuilder.SqlFilesOf(version: 2);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Row security is never taken off a database that holds people.");
    }
}
