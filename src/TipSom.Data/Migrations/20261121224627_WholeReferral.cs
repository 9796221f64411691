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

            // What existing rows need before the new constraints hold.
            migrationBuilder.DataFilesOf(version: 2);

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
