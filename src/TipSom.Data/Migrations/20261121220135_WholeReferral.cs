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
