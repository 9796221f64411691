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

            migrationBuilder.CreateIndex(
                name: "ix_cases_import_id",
                schema: "casework",
                table: "cases",
                column: "import_id",
                filter: "import_id is not null");

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
