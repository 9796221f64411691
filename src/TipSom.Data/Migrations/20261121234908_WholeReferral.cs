using System;
using System.Collections.Generic;
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
            migrationBuilder.DropIndex(
                name: "ux_referrals_one_live_per_need",
                schema: "casework",
                table: "referrals");

            migrationBuilder.DropCheckConstraint(
                name: "ck_referrals_arrived",
                schema: "casework",
                table: "referrals");

            migrationBuilder.DropCheckConstraint(
                name: "ck_referrals_declined_with_reason",
                schema: "casework",
                table: "referrals");

            migrationBuilder.DropCheckConstraint(
                name: "ck_referrals_outcome",
                schema: "casework",
                table: "referrals");

            migrationBuilder.DropCheckConstraint(
                name: "ck_referrals_status",
                schema: "casework",
                table: "referrals");

            migrationBuilder.DropIndex(
                name: "ux_referral_events_one_per_step",
                schema: "casework",
                table: "referral_events");

            migrationBuilder.DropCheckConstraint(
                name: "ck_referral_events_status",
                schema: "casework",
                table: "referral_events");

            migrationBuilder.DropCheckConstraint(
                name: "ck_referral_events_verb",
                schema: "casework",
                table: "referral_events");

            migrationBuilder.DropCheckConstraint(
                name: "ck_referral_access_status",
                schema: "casework",
                table: "referral_access");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_events_kind",
                schema: "casework",
                table: "case_events");

            migrationBuilder.DropIndex(
                name: "ux_agreements_number",
                schema: "casework",
                table: "agreements");

            migrationBuilder.DropCheckConstraint(
                name: "ck_agreements_status",
                schema: "casework",
                table: "agreements");

            migrationBuilder.EnsureSchema(
                name: "telling");

            migrationBuilder.AddColumn<int>(
                name: "placement_children_along",
                schema: "casework",
                table: "victims",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "placement_has_court_order",
                schema: "casework",
                table: "victims",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "placement_has_identity_papers",
                schema: "casework",
                table: "victims",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "placement_needs_access",
                schema: "casework",
                table: "victims",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "placement_oldest_boy",
                schema: "casework",
                table: "victims",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "placement_security",
                schema: "casework",
                table: "victims",
                type: "text",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "agreement_id",
                schema: "casework",
                table: "referrals",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answer_due_at",
                schema: "casework",
                table: "referrals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "overridden_by_id",
                schema: "casework",
                table: "referrals",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "override_reason",
                schema: "casework",
                table: "referrals",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "parent_id",
                schema: "casework",
                table: "referrals",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<TimeSpan>(
                name: "paused_for",
                schema: "casework",
                table: "referrals",
                type: "interval",
                nullable: false,
                defaultValue: new TimeSpan(0, 0, 0, 0, 0));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "paused_since",
                schema: "casework",
                table: "referrals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "review_note",
                schema: "casework",
                table: "referrals",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "round_id",
                schema: "casework",
                table: "referrals",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<int>(
                name: "steps",
                schema: "casework",
                table: "referrals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "void_reason",
                schema: "casework",
                table: "referrals",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "actor_unit_id",
                schema: "casework",
                table: "referral_events",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<Guid>(
                name: "actor_id",
                schema: "casework",
                table: "referral_events",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "decline_reason",
                schema: "casework",
                table: "referral_events",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "position",
                schema: "casework",
                table: "referral_events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "boys_under",
                schema: "casework",
                table: "provider_services",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hours_en",
                schema: "casework",
                table: "provider_services",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hours_ur",
                schema: "casework",
                table: "provider_services",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_accessible",
                schema: "casework",
                table: "provider_services",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_round_the_clock",
                schema: "casework",
                table: "provider_services",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "language_codes",
                schema: "casework",
                table: "provider_services",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<bool>(
                name: "needs_court_order",
                schema: "casework",
                table: "provider_services",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "needs_identity_papers",
                schema: "casework",
                table: "provider_services",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "places_confirmed_by_id",
                schema: "casework",
                table: "provider_services",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "places_held",
                schema: "casework",
                table: "provider_services",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "security",
                schema: "casework",
                table: "provider_services",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "stopped_at",
                schema: "casework",
                table: "provider_services",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "takes_children",
                schema: "casework",
                table: "provider_services",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "data_categories",
                schema: "casework",
                table: "agreements",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "status_by_name",
                schema: "casework",
                table: "agreements",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                schema: "casework",
                table: "agreements",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "id",
                schema: "reference",
                table: "clock_rules",
                type: "uuid",
                nullable: false,
                computedColumnSql: "md5(urgency || step)::uuid",
                stored: true);

            // What existing rows need before the new constraints hold.
            migrationBuilder.DataFilesOf(version: 2);

            migrationBuilder.CreateTable(
                name: "agreement_reminders",
                schema: "casework",
                columns: table => new
                {
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    in_force_to = table.Column<DateOnly>(type: "date", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_reminders", x => new { x.agreement_id, x.in_force_to, x.days });
                    table.ForeignKey(
                        name: "fk_agreement_reminders_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "casework",
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_versions",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    proposed_by_name = table.Column<string>(type: "text", nullable: true),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lead_decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lead_decided_by_name = table.Column<string>(type: "text", nullable: true),
                    lead_decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    provider_decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    provider_decided_by_name = table.Column<string>(type: "text", nullable: true),
                    provider_decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refused_by_side = table.Column<string>(type: "text", nullable: true),
                    refusal_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_versions", x => x.id);
                    table.UniqueConstraint("ak_agreement_versions_agreement_id_version", x => new { x.agreement_id, x.version });
                    table.CheckConstraint("ck_agreement_versions_approved", "status <> 'Approved' or proposed_at is null or (lead_decided_at is not null and provider_decided_at is not null)");
                    table.CheckConstraint("ck_agreement_versions_refused", "(status = 'Refused') = (refused_by_side is not null) and (status = 'Refused') = (refusal_reason is not null)");
                    table.CheckConstraint("ck_agreement_versions_refused_by_side", "refused_by_side in ('Lead', 'Provider')");
                    table.CheckConstraint("ck_agreement_versions_status", "status in ('Proposed', 'Approved', 'Refused')");
                    table.CheckConstraint("ck_agreement_versions_three_people", "lead_decided_by_id <> provider_decided_by_id and proposed_by_id <> lead_decided_by_id and proposed_by_id <> provider_decided_by_id");
                    table.ForeignKey(
                        name: "fk_agreement_versions_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "casework",
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "escalation_rules",
                schema: "reference",
                columns: table => new
                {
                    turn = table.Column<string>(type: "text", nullable: false),
                    rung = table.Column<string>(type: "text", nullable: false),
                    share = table.Column<decimal>(type: "numeric(4,2)", precision: 4, scale: 2, nullable: false),
                    audiences = table.Column<string[]>(type: "text[]", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false, computedColumnSql: "md5(turn || rung)::uuid", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_escalation_rules", x => new { x.turn, x.rung });
                    table.CheckConstraint("ck_escalation_rules_audiences", "audiences <@ array['Sender', 'SenderSupervisors', 'Recipient', 'RecipientManagers', 'NationalDesk']");
                    table.CheckConstraint("ck_escalation_rules_kind", "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue')");
                    table.CheckConstraint("ck_escalation_rules_rung", "rung in ('Half', 'Due', 'Twice')");
                    table.CheckConstraint("ck_escalation_rules_turn", "turn in ('Recipient', 'Arrival', 'Sender', 'National')");
                    table.CheckConstraint("escalation_rules_share_is_sensible", "case rung when 'Half' then share between 0.1 and 0.9 when 'Due' then share = 1 else share between 1.25 and 5 end");
                    table.CheckConstraint("escalation_rules_tell_somebody", "cardinality(audiences) > 0");
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
                    table.CheckConstraint("ck_outbox_kind", "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue')");
                    table.CheckConstraint("ck_outbox_last_error_kind", "last_error_kind in ('NoServer', 'TooSlow', 'BrokeOff', 'NotNow', 'Rejected', 'NotAllowed', 'AccountDisabled', 'Other')");
                    table.ForeignKey(
                        name: "fk_outbox_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "override_reviews",
                schema: "casework",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_upheld = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_override_reviews", x => x.referral_id);
                    table.ForeignKey(
                        name: "fk_override_reviews_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "casework",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "place_changes",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, defaultValueSql: "gen_random_uuid()"),
                    provider_service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: true),
                    took_free_place = table.Column<bool>(type: "boolean", nullable: false),
                    places_total = table.Column<int>(type: "integer", nullable: false),
                    places_free = table.Column<int>(type: "integer", nullable: false),
                    places_held = table.Column<int>(type: "integer", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_changes", x => x.id);
                    table.CheckConstraint("ck_place_changes_kind", "kind in ('Confirmed', 'Held', 'Released')");
                    table.ForeignKey(
                        name: "fk_place_changes_provider_service_id_unit_id_agency_id",
                        columns: x => new { x.provider_service_id, x.unit_id, x.agency_id },
                        principalSchema: "casework",
                        principalTable: "provider_services",
                        principalColumns: new[] { "id", "unit_id", "agency_id" },
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

            migrationBuilder.CreateTable(
                name: "service_gaps",
                schema: "casework",
                columns: table => new
                {
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    district_code = table.Column<string>(type: "text", nullable: false),
                    province_code = table.Column<string>(type: "text", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    sex = table.Column<string>(type: "text", nullable: false),
                    is_child = table.Column<bool>(type: "boolean", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    decline_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_gaps", x => x.need_id);
                    table.CheckConstraint("ck_service_gaps_cause", "cause in ('NotSent', 'Declined', 'DeclineConfirmed', 'CameBack', 'DidNotArrive', 'NoProviderFits', 'AllDeclined')");
                    table.CheckConstraint("ck_service_gaps_decline_reason", "decline_reason in ('NoPlace', 'NotEligible', 'Safety', 'OutOfArea', 'AgreementEnded', 'PersonRefused', 'NotReachable', 'Duplicate', 'Other')");
                    table.CheckConstraint("ck_service_gaps_service", "service in ('Shelter', 'EmergencyMedical', 'Counselling', 'LegalAid', 'Interpretation', 'FoodAndClothing', 'IdentityDocuments', 'FamilyTracing', 'ReturnHome', 'Livelihood', 'Education', 'ChildProtection', 'DrugTreatment', 'Security', 'FinancialHelp')");
                    table.CheckConstraint("ck_service_gaps_sex", "sex in ('Female', 'Male', 'Transgender', 'Unknown')");
                    table.ForeignKey(
                        name: "fk_service_gaps_district_code",
                        column: x => x.district_code,
                        principalSchema: "reference",
                        principalTable: "districts",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_gaps_need_id",
                        column: x => x.need_id,
                        principalSchema: "casework",
                        principalTable: "needs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unplaced_needs",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    urgency = table.Column<string>(type: "text", nullable: false),
                    sex = table.Column<string>(type: "text", nullable: false),
                    age_years = table.Column<int>(type: "integer", nullable: true),
                    is_child = table.Column<bool>(type: "boolean", nullable: false),
                    district_code = table.Column<string>(type: "text", nullable: false),
                    province_code = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    turn = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    proposed_service_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unplaced_needs", x => x.id);
                    table.CheckConstraint("ck_unplaced_needs_cause", "cause in ('NotSent', 'Declined', 'DeclineConfirmed', 'CameBack', 'DidNotArrive', 'NoProviderFits', 'AllDeclined')");
                    table.CheckConstraint("ck_unplaced_needs_service", "service in ('Shelter', 'EmergencyMedical', 'Counselling', 'LegalAid', 'Interpretation', 'FoodAndClothing', 'IdentityDocuments', 'FamilyTracing', 'ReturnHome', 'Livelihood', 'Education', 'ChildProtection', 'DrugTreatment', 'Security', 'FinancialHelp')");
                    table.CheckConstraint("ck_unplaced_needs_sex", "sex in ('Female', 'Male', 'Transgender', 'Unknown')");
                    table.CheckConstraint("ck_unplaced_needs_turn", "turn in ('Sender', 'Recipient', 'National')");
                    table.CheckConstraint("ck_unplaced_needs_urgency", "urgency in ('Emergency', 'Urgent', 'Routine')");
                    table.CheckConstraint("ck_unplaced_needs_whose_turn", "turn in ('Sender', 'National')");
                    table.ForeignKey(
                        name: "fk_unplaced_needs_district_code",
                        column: x => x.district_code,
                        principalSchema: "reference",
                        principalTable: "districts",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_unplaced_needs_from_unit_id_from_agency_id",
                        columns: x => new { x.from_unit_id, x.from_agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_unplaced_needs_need_id_victim_id",
                        columns: x => new { x.need_id, x.victim_id },
                        principalSchema: "casework",
                        principalTable: "needs",
                        principalColumns: new[] { "id", "victim_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_unplaced_needs_proposed_service_id",
                        column: x => x.proposed_service_id,
                        principalSchema: "casework",
                        principalTable: "provider_services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_unplaced_needs_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_documents",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    length = table.Column<int>(type: "integer", nullable: false),
                    sealed_content = table.Column<byte[]>(type: "bytea", nullable: false),
                    attached_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attached_by_name = table.Column<string>(type: "text", nullable: false),
                    attached_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_documents_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "casework",
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreement_documents_agreement_id_version",
                        columns: x => new { x.agreement_id, x.version },
                        principalSchema: "casework",
                        principalTable: "agreement_versions",
                        principalColumns: new[] { "agreement_id", "version" },
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
                    unplaced_need_id = table.Column<Guid>(type: "uuid", nullable: true),
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
                    table.CheckConstraint("ck_notifications_kind", "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue')");
                    table.ForeignKey(
                        name: "fk_notifications_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "casework",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notifications_unplaced_need_id",
                        column: x => x.unplaced_need_id,
                        principalSchema: "casework",
                        principalTable: "unplaced_needs",
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
                name: "timers",
                schema: "telling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unplaced_need_id = table.Column<Guid>(type: "uuid", nullable: true),
                    turn_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rung = table.Column<string>(type: "text", nullable: false),
                    fire_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timers", x => x.id);
                    table.CheckConstraint("ck_timers_of_one_thing", "num_nonnulls(referral_id, unplaced_need_id) = 1");
                    table.CheckConstraint("ck_timers_rung", "rung in ('Half', 'Due', 'Twice')");
                    table.ForeignKey(
                        name: "fk_timers_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "casework",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_timers_unplaced_need_id",
                        column: x => x.unplaced_need_id,
                        principalSchema: "casework",
                        principalTable: "unplaced_needs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_victims_placement_children_along",
                schema: "casework",
                table: "victims",
                sql: "placement_children_along between 0 and 20");

            migrationBuilder.AddCheckConstraint(
                name: "ck_victims_placement_oldest_boy",
                schema: "casework",
                table: "victims",
                sql: "placement_oldest_boy is null or (placement_oldest_boy between 0 and 17 and coalesce(placement_children_along, 0) > 0)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_victims_placement_security",
                schema: "casework",
                table: "victims",
                sql: "placement_security in ('Open', 'Staffed', 'Guarded')");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_answered",
                schema: "casework",
                table: "referrals",
                columns: new[] { "provider_service_id", "answered_at" },
                filter: "answered_at is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_need_id",
                schema: "casework",
                table: "referrals",
                columns: new[] { "need_id", "status_since" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_overridden",
                schema: "casework",
                table: "referrals",
                column: "sent_at",
                filter: "override_reason is not null");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_parent_id",
                schema: "casework",
                table: "referrals",
                column: "parent_id",
                filter: "parent_id is not null");

            migrationBuilder.CreateIndex(
                name: "ux_referrals_asked_once",
                schema: "casework",
                table: "referrals",
                columns: new[] { "need_id", "provider_service_id" },
                unique: true,
                filter: "status in ('Sent', 'Seen', 'InformationRequested', 'Accepted', 'InCare')");

            migrationBuilder.CreateIndex(
                name: "ux_referrals_one_acceptance_per_need",
                schema: "casework",
                table: "referrals",
                column: "need_id",
                unique: true,
                filter: "status in ('Accepted', 'InCare')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_referrals_agreement_or_override",
                schema: "casework",
                table: "referrals",
                sql: "(agreement_id is null) = (override_reason is not null) and (override_reason is null) = (overridden_by_id is null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_referrals_arrived",
                schema: "casework",
                table: "referrals",
                sql: "(arrived_at is not null) = (status = 'InCare' or (status = 'Closed' and outcome <> 'DidNotArrive')) or status = 'Voided'");

            migrationBuilder.AddCheckConstraint(
                name: "ck_referrals_declined_with_reason",
                schema: "casework",
                table: "referrals",
                sql: "(decline_reason is not null) = (status in ('Declined', 'DeclineConfirmed', 'Rerouted')) or status = 'Voided'");

            migrationBuilder.AddCheckConstraint(
                name: "ck_referrals_outcome",
                schema: "casework",
                table: "referrals",
                sql: "outcome in ('SupportCompleted', 'ReturnedToFamily', 'Repatriated', 'LivesIndependently', 'MovedToOtherProvider', 'LeftByOwnWish', 'LostContact', 'Died', 'DidNotArrive')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_referrals_paused",
                schema: "casework",
                table: "referrals",
                sql: "(paused_since is not null) = (status = 'InformationRequested')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_referrals_status",
                schema: "casework",
                table: "referrals",
                sql: "status in ('Sent', 'Seen', 'InformationRequested', 'Accepted', 'InCare', 'Closed', 'Declined', 'DeclineConfirmed', 'Rerouted', 'Withdrawn', 'Voided')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_referrals_void_with_reason",
                schema: "casework",
                table: "referrals",
                sql: "(status = 'Voided') = (void_reason is not null)");

            migrationBuilder.CreateIndex(
                name: "ux_referral_events_one_per_step",
                schema: "casework",
                table: "referral_events",
                columns: new[] { "referral_id", "position" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_referral_events_decline_reason",
                schema: "casework",
                table: "referral_events",
                sql: "decline_reason in ('NoPlace', 'NotEligible', 'Safety', 'OutOfArea', 'AgreementEnded', 'PersonRefused', 'NotReachable', 'Duplicate', 'Other')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_referral_events_status",
                schema: "casework",
                table: "referral_events",
                sql: "status in ('Sent', 'Seen', 'InformationRequested', 'Accepted', 'InCare', 'Closed', 'Declined', 'DeclineConfirmed', 'Rerouted', 'Withdrawn', 'Voided')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_referral_events_verb",
                schema: "casework",
                table: "referral_events",
                sql: "verb in ('Open', 'RequestInformation', 'GiveInformation', 'Accept', 'Decline', 'ConfirmDecline', 'ReturnToProvider', 'Reroute', 'Withdraw', 'ConfirmArrival', 'ReportNoShow', 'Close', 'Void')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_referral_access_status",
                schema: "casework",
                table: "referral_access",
                sql: "status in ('Sent', 'Seen', 'InformationRequested', 'Accepted', 'InCare', 'Closed', 'Declined', 'DeclineConfirmed', 'Rerouted', 'Withdrawn', 'Voided')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_provider_services_ages",
                schema: "casework",
                table: "provider_services",
                sql: "min_age between 0 and 120 and max_age between 0 and 120 and min_age <= max_age");

            migrationBuilder.AddCheckConstraint(
                name: "ck_provider_services_boys_under",
                schema: "casework",
                table: "provider_services",
                sql: "boys_under is null or (takes_children is true and boys_under between 1 and 18)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_provider_services_hours",
                schema: "casework",
                table: "provider_services",
                sql: "(hours_en is null) = (hours_ur is null) and (hours_en is null or is_round_the_clock is not true)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_provider_services_places_held",
                schema: "casework",
                table: "provider_services",
                sql: "places_held >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_provider_services_security",
                schema: "casework",
                table: "provider_services",
                sql: "security in ('Open', 'Staffed', 'Guarded')");

            migrationBuilder.AddCheckConstraint(
                name: "clock_rules_allowed_is_sensible",
                schema: "reference",
                table: "clock_rules",
                sql: "allowed between interval '15 minutes' and interval '30 days'");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_events_kind",
                schema: "casework",
                table: "case_events",
                sql: "kind in ('Logged', 'PersonAdded', 'ConsentGiven', 'ConsentRefused', 'ConsentWithdrawn', 'IdentityChanged', 'ReferralSent', 'ReferralWithdrawn', 'HandedOver')");

            migrationBuilder.CreateIndex(
                name: "ux_agreements_number",
                schema: "casework",
                table: "agreements",
                column: "number",
                unique: true,
                filter: "status <> 'Refused'");

            migrationBuilder.AddCheckConstraint(
                name: "ck_agreements_data_categories",
                schema: "casework",
                table: "agreements",
                sql: "data_categories <@ array['Needs', 'Risk', 'Name', 'Parents', 'IdentityNumber', 'Phone']");

            migrationBuilder.AddCheckConstraint(
                name: "ck_agreements_status",
                schema: "casework",
                table: "agreements",
                sql: "status in ('Proposed', 'Refused', 'Signed', 'Suspended', 'Ended')");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_documents_agreement_id_version",
                schema: "casework",
                table: "agreement_documents",
                columns: new[] { "agreement_id", "version" });

            migrationBuilder.CreateIndex(
                name: "ux_agreement_versions_one_awaiting",
                schema: "casework",
                table: "agreement_versions",
                column: "agreement_id",
                unique: true,
                filter: "status = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "ux_agreement_versions_version",
                schema: "casework",
                table: "agreement_versions",
                columns: new[] { "agreement_id", "version" },
                unique: true);

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
                name: "ix_notifications_unplaced_need_id",
                schema: "telling",
                table: "notifications",
                column: "unplaced_need_id",
                filter: "unplaced_need_id is not null");

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

            migrationBuilder.CreateIndex(
                name: "ix_place_changes_newest",
                schema: "casework",
                table: "place_changes",
                columns: new[] { "provider_service_id", "at" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_place_changes_provider_service_id_unit_id_agency_id",
                schema: "casework",
                table: "place_changes",
                columns: new[] { "provider_service_id", "unit_id", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "ux_place_changes_referral_id_kind",
                schema: "casework",
                table: "place_changes",
                columns: new[] { "referral_id", "kind" },
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

            migrationBuilder.CreateIndex(
                name: "ix_service_gaps_at",
                schema: "casework",
                table: "service_gaps",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_service_gaps_case_id",
                schema: "casework",
                table: "service_gaps",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_gaps_district_code",
                schema: "casework",
                table: "service_gaps",
                column: "district_code");

            migrationBuilder.CreateIndex(
                name: "ix_timers_waiting",
                schema: "telling",
                table: "timers",
                column: "fire_at",
                filter: "fired_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_timers_of_need",
                schema: "telling",
                table: "timers",
                columns: new[] { "unplaced_need_id", "turn_since", "rung" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_timers_of_referral",
                schema: "telling",
                table: "timers",
                columns: new[] { "referral_id", "turn_since", "rung" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unplaced_needs_case_id",
                schema: "casework",
                table: "unplaced_needs",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_unplaced_needs_district_code",
                schema: "casework",
                table: "unplaced_needs",
                column: "district_code");

            migrationBuilder.CreateIndex(
                name: "ix_unplaced_needs_from_unit_id_from_agency_id",
                schema: "casework",
                table: "unplaced_needs",
                columns: new[] { "from_unit_id", "from_agency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_unplaced_needs_need_id_victim_id",
                schema: "casework",
                table: "unplaced_needs",
                columns: new[] { "need_id", "victim_id" });

            migrationBuilder.CreateIndex(
                name: "ix_unplaced_needs_open",
                schema: "casework",
                table: "unplaced_needs",
                columns: new[] { "due_at", "id" },
                filter: "settled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_unplaced_needs_open_of_agency",
                schema: "casework",
                table: "unplaced_needs",
                columns: new[] { "from_agency_id", "due_at", "id" },
                filter: "settled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_unplaced_needs_proposed_service_id",
                schema: "casework",
                table: "unplaced_needs",
                column: "proposed_service_id");

            migrationBuilder.CreateIndex(
                name: "ix_unplaced_needs_victim_id_case_id",
                schema: "casework",
                table: "unplaced_needs",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_unplaced_needs_one_open",
                schema: "casework",
                table: "unplaced_needs",
                column: "need_id",
                unique: true,
                filter: "settled_at is null");

            migrationBuilder.AddForeignKey(
                name: "fk_referrals_parent_id",
                schema: "casework",
                table: "referrals",
                column: "parent_id",
                principalSchema: "casework",
                principalTable: "referrals",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            // Policies, functions and triggers: RowSecurity/Policies.
            migrationBuilder.SqlFilesOf(version: 2);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Row security is never taken off a database that holds people.");
    }
}
