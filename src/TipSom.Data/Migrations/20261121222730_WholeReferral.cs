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
                name: "ux_agreements_number",
                schema: "casework",
                table: "agreements");

            migrationBuilder.DropCheckConstraint(
                name: "ck_agreements_status",
                schema: "casework",
                table: "agreements");

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

            // Policies, functions and triggers: RowSecurity/Policies.
            migrationBuilder.SqlFilesOf(version: 2);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Row security is never taken off a database that holds people.");
    }
}
