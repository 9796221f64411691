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

            // Policies, functions and triggers: RowSecurity/Policies.
            migrationBuilder.SqlFilesOf(version: 3);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Row security is never taken off a database that holds people.");
    }
}
