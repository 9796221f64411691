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

            // What existing rows need before the new constraints hold.
            migrationBuilder.DataFilesOf(version: 2);

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

            // Policies, functions and triggers: RowSecurity/Policies.
            migrationBuilder.SqlFilesOf(version: 2);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Row security is never taken off a database that holds people.");
    }
}
