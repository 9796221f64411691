using System;
using System.Collections.Generic;
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

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_events_kind",
                schema: "casework",
                table: "case_events");

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

            migrationBuilder.AlterColumn<string>(
                name: "phone_number",
                schema: "identity",
                table: "users",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_signed_in_at",
                schema: "identity",
                table: "users",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "name",
                schema: "identity",
                table: "user_tokens",
                type: "character varying(128)",
                maxLength: 128,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "login_provider",
                schema: "identity",
                table: "user_tokens",
                type: "character varying(128)",
                maxLength: 128,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "provider_key",
                schema: "identity",
                table: "user_logins",
                type: "character varying(128)",
                maxLength: 128,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "login_provider",
                schema: "identity",
                table: "user_logins",
                type: "character varying(128)",
                maxLength: 128,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ended_at",
                schema: "identity",
                table: "units",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "device",
                schema: "identity",
                table: "sessions",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "hidden_at",
                schema: "identity",
                table: "sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hidden_url",
                schema: "identity",
                table: "sessions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "id",
                schema: "identity",
                table: "sessions",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "is_shared",
                schema: "identity",
                table: "sessions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "place",
                schema: "identity",
                table: "sessions",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "second_factor_at",
                schema: "identity",
                table: "sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stage",
                schema: "identity",
                table: "sessions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "stepped_up_at",
                schema: "identity",
                table: "sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "used_at",
                schema: "identity",
                table: "sessions",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<Guid>(
                name: "emergency_access_id",
                schema: "casework",
                table: "identity_openings",
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

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "erased_at",
                schema: "casework",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "allows_emergency_opening",
                schema: "identity",
                table: "agencies",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // What existing rows need before the new constraints hold.
            migrationBuilder.DataFilesOf(version: 4);

            migrationBuilder.CreateTable(
                name: "account_codes",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_codes", x => x.id);
                    table.CheckConstraint("ck_account_codes_kind", "kind in ('Invitation', 'Recovery', 'LostFactor')");
                    table.CheckConstraint("ck_account_codes_not_for_oneself", "issued_by <> user_id");
                    table.ForeignKey(
                        name: "fk_account_codes_issued_by",
                        column: x => x.issued_by,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_account_codes_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "authenticators",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_step = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authenticators", x => x.id);
                    table.ForeignKey(
                        name: "fk_authenticators_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "code_cards",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    code_hashes = table.Column<byte[][]>(type: "bytea[]", nullable: false),
                    next_code = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_code_cards", x => x.id);
                    table.ForeignKey(
                        name: "fk_code_cards_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "emergency_accesses",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    sealed_reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    sought_case = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    sought_position = table.Column<int>(type: "integer", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    sought_hashes = table.Column<List<Guid>>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_accesses", x => x.id);
                    table.CheckConstraint("ck_emergency_accesses_an_hour", "num_nonnulls(granted_at, ends_at) in (0, 2) and ends_at <= granted_at + interval '60 minutes'");
                    table.CheckConstraint("ck_emergency_accesses_basis", "basis in ('DangerToThePerson', 'DangerToAnother', 'CourtOrder', 'MissingChildAlert')");
                    table.CheckConstraint("ck_emergency_accesses_ended", "ended_at is null or granted_at is not null");
                    table.CheckConstraint("ck_emergency_accesses_one_person", "case when sought_case is null then cardinality(sought_hashes) > 0 and sought_position is null else cardinality(sought_hashes) = 0 and sought_position is not null end");
                    table.CheckConstraint("ck_emergency_accesses_reason", "octet_length(sealed_reason) > 30");
                    table.ForeignKey(
                        name: "fk_emergency_accesses_actor_unit_id",
                        column: x => x.actor_unit_id,
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "erasures",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    sealed_reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_by_name = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_by_name = table.Column<string>(type: "text", nullable: true),
                    carried_out_in = table.Column<long>(type: "bigint", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => x.id);
                    table.CheckConstraint("ck_erasures_approved", "(approved_by_id is not null) = (approved_at is not null) and (approved_at is not null or status in ('Proposed', 'PutAside'))");
                    table.CheckConstraint("ck_erasures_asked_with_reason", "(sealed_reason is null) = (ground = 'TimeIsOver')");
                    table.CheckConstraint("ck_erasures_by_two", "status <> 'CarriedOut' or ended_by_id <> approved_by_id");
                    table.CheckConstraint("ck_erasures_ended", "(ended_at is not null) = (status in ('CarriedOut', 'PutAside')) and (ended_by_id is not null) = (ended_at is not null)");
                    table.CheckConstraint("ck_erasures_ground", "ground in ('TimeIsOver', 'PersonAsked', 'CourtOrder')");
                    table.CheckConstraint("ck_erasures_status", "status in ('Proposed', 'Approved', 'CarriedOut', 'PutAside')");
                    table.ForeignKey(
                        name: "fk_erasures_approved_by_id",
                        column: x => x.approved_by_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_erasures_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_erasures_ended_by_id",
                        column: x => x.ended_by_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_erasures_unit_id_agency_id",
                        columns: x => new { x.unit_id, x.agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guess_counts",
                schema: "identity",
                columns: table => new
                {
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    waits_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tried_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guess_counts", x => x.key_hash);
                });

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
                name: "known_devices",
                schema: "identity",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_devices", x => new { x.user_id, x.token_hash });
                    table.ForeignKey(
                        name: "fk_known_devices_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "known_places",
                schema: "identity",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_places", x => new { x.user_id, x.place_hash });
                    table.ForeignKey(
                        name: "fk_known_places_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "postings",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    work_to_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decisions_to_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_postings", x => x.id);
                    table.CheckConstraint("ck_postings_days", "until_day >= from_day");
                    table.CheckConstraint("ck_postings_end_reason", "end_reason in ('Transfer', 'ChangeOfRole', 'LeftService', 'EndOfContract', 'Discipline', 'EnteredInError')");
                    table.CheckConstraint("ck_postings_ended", "(until_day is null) = (ended_at is null) and (until_day is null) = (end_reason is null)");
                    table.CheckConstraint("ck_postings_not_by_oneself", "made_by_id <> user_id and ended_by_id <> user_id");
                    table.CheckConstraint("ck_postings_role", "role in ('Officer', 'Supervisor', 'Caseworker', 'ProviderManager', 'NationalCoordinator', 'NationalAdministrator', 'AgencyAdministrator', 'Analyst', 'Auditor')");
                    table.ForeignKey(
                        name: "fk_postings_decisions_to_id",
                        column: x => x.decisions_to_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_postings_ended_by_id",
                        column: x => x.ended_by_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_postings_made_by_id",
                        column: x => x.made_by_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_postings_unit_id_agency_id",
                        columns: x => new { x.unit_id, x.agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_postings_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_postings_work_to_id",
                        column: x => x.work_to_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                    table.CheckConstraint("ck_purpose_keys_purpose", "purpose in ('ArrivalCode', 'Draft', 'Search', 'IdentityHash', 'SignIn')");
                });

            migrationBuilder.CreateTable(
                name: "redactions",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    carried_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_redactions", x => x.id);
                    table.CheckConstraint("ck_redactions_reason", "reason in ('SomebodyElse', 'NameInText', 'WrongCase', 'NotNeeded')");
                    table.CheckConstraint("ck_redactions_text", "text in ('Narrative', 'Note')");
                    table.ForeignKey(
                        name: "fk_redactions_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "retention_rules",
                schema: "reference",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    years = table.Column<int>(type: "integer", nullable: true),
                    days = table.Column<int>(type: "integer", nullable: true),
                    starts_with = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    done_by = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    is_verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_rules", x => x.code);
                    table.CheckConstraint("ck_retention_rules_act", "act in ('Keep', 'Erase', 'Empty', 'Purge')");
                    table.CheckConstraint("retention_rules_are_sensible", "coalesce(years, 1) between 1 and 50 and coalesce(days, 1) between 1 and 3650");
                    table.CheckConstraint("retention_rules_count_years_or_days", "num_nonnulls(years, days) = case when act = 'Keep' then 0 else 1 end");
                });

            migrationBuilder.CreateTable(
                name: "role_proposals",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_confirmed = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_proposals", x => x.id);
                    table.CheckConstraint("ck_role_proposals_decided", "(decided_at is null) = (is_confirmed is null) and (decided_at is null) = (decided_by_id is null)");
                    table.CheckConstraint("ck_role_proposals_kind", "kind in ('Invite', 'Move', 'Recover')");
                    table.CheckConstraint("ck_role_proposals_not_for_oneself", "proposed_by_id <> user_id");
                    table.CheckConstraint("ck_role_proposals_role", "role in ('Officer', 'Supervisor', 'Caseworker', 'ProviderManager', 'NationalCoordinator', 'NationalAdministrator', 'AgencyAdministrator', 'Analyst', 'Auditor')");
                    table.CheckConstraint("ck_role_proposals_two_people", "decided_by_id <> proposed_by_id and decided_by_id <> user_id or is_confirmed is not true");
                    table.ForeignKey(
                        name: "fk_role_proposals_decided_by_id",
                        column: x => x.decided_by_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_role_proposals_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_role_proposals_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "used_ceremonies",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_used_ceremonies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "user_passkeys",
                schema: "identity",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_user_passkeys_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "emergency_approvals",
                schema: "casework",
                columns: table => new
                {
                    access_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_approvals", x => x.access_id);
                    table.ForeignKey(
                        name: "fk_emergency_approvals_access_id",
                        column: x => x.access_id,
                        principalSchema: "casework",
                        principalTable: "emergency_accesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "emergency_reviews",
                schema: "casework",
                columns: table => new
                {
                    access_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_justified = table.Column<bool>(type: "boolean", nullable: false),
                    sealed_note = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_reviews", x => x.access_id);
                    table.ForeignKey(
                        name: "fk_emergency_reviews_access_id",
                        column: x => x.access_id,
                        principalSchema: "casework",
                        principalTable: "emergency_accesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "emergency_targets",
                schema: "casework",
                columns: table => new
                {
                    access_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_targets", x => x.access_id);
                    table.CheckConstraint("ck_emergency_targets_whole_person", "num_nonnulls(case_id, victim_id) in (0, 2)");
                    table.ForeignKey(
                        name: "fk_emergency_targets_access_id",
                        column: x => x.access_id,
                        principalSchema: "casework",
                        principalTable: "emergency_accesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_emergency_targets_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
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
                name: "ix_sessions_idle_until",
                schema: "identity",
                table: "sessions",
                column: "idle_until");

            migrationBuilder.CreateIndex(
                name: "ux_sessions_id",
                schema: "identity",
                table: "sessions",
                column: "id",
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_sessions_stage",
                schema: "identity",
                table: "sessions",
                sql: "stage in ('PasswordGiven', 'SettingUp', 'Full')");

            migrationBuilder.CreateIndex(
                name: "ix_prints_at",
                schema: "casework",
                table: "prints",
                column: "at");

            migrationBuilder.AddCheckConstraint(
                name: "ck_outbox_kind",
                schema: "telling",
                table: "outbox",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'LegalDeadlineNear', 'LegalDeadlinePassed', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'DocumentInfected', 'ConnectAsked', 'ConnectAnswered', 'LooksByOthers', 'ManyOpenings', 'SignedInElsewhere', 'SignInChanged', 'SecondStepFailed', 'AccountRecovered', 'OthersAccountRecovered', 'SessionsEnded', 'PostingChanged', 'RoleToConfirm', 'AccountsDormant', 'EmergencyOpened', 'EmergencyToReview', 'EmergencyToApprove', 'EmergencyApproved', 'EmergencyReviewed')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_notifications_kind",
                schema: "telling",
                table: "notifications",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'LegalDeadlineNear', 'LegalDeadlinePassed', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'DocumentInfected', 'ConnectAsked', 'ConnectAnswered', 'LooksByOthers', 'ManyOpenings', 'SignedInElsewhere', 'SignInChanged', 'SecondStepFailed', 'AccountRecovered', 'OthersAccountRecovered', 'SessionsEnded', 'PostingChanged', 'RoleToConfirm', 'AccountsDormant', 'EmergencyOpened', 'EmergencyToReview', 'EmergencyToApprove', 'EmergencyApproved', 'EmergencyReviewed')");

            migrationBuilder.CreateIndex(
                name: "ix_identity_openings_at",
                schema: "casework",
                table: "identity_openings",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_identity_openings_emergency_access_id",
                schema: "casework",
                table: "identity_openings",
                column: "emergency_access_id",
                filter: "emergency_access_id is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_escalation_rules_kind",
                schema: "reference",
                table: "escalation_rules",
                sql: "kind in ('ReferralSent', 'ReferralReceived', 'Seen', 'InformationRequested', 'InformationGiven', 'Accepted', 'Declined', 'DeclineConfirmed', 'DeclineReturned', 'Rerouted', 'Withdrawn', 'Voided', 'Arrived', 'DidNotArrive', 'Closed', 'ConsentWithdrawn', 'Message', 'Reminder', 'Overdue', 'Escalated', 'Reminded', 'HandedOver', 'ArrivalMissed', 'DeskAsked', 'DeskAnswered', 'OverrideToReview', 'OverrideReviewed', 'AgreementEnding', 'AgreementToApprove', 'FollowUpDue', 'PlanDue', 'LegalDeadlineNear', 'LegalDeadlinePassed', 'CaseNote', 'CaseShared', 'ShareEnded', 'ShareToDecide', 'ShareDecided', 'TransferToApprove', 'TransferToAnswer', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'DocumentInfected', 'ConnectAsked', 'ConnectAnswered', 'LooksByOthers', 'ManyOpenings', 'SignedInElsewhere', 'SignInChanged', 'SecondStepFailed', 'AccountRecovered', 'OthersAccountRecovered', 'SessionsEnded', 'PostingChanged', 'RoleToConfirm', 'AccountsDormant', 'EmergencyOpened', 'EmergencyToReview', 'EmergencyToApprove', 'EmergencyApproved', 'EmergencyReviewed')");

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
                name: "ix_entries_openings",
                schema: "audit",
                table: "entries",
                columns: new[] { "actor_id", "at" },
                filter: "act = 'INSERT' and table_name in ('identity_openings', 'disclosure_openings', 'document_openings', 'suspect_openings')");

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

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_events_kind",
                schema: "casework",
                table: "case_events",
                sql: "kind in ('Logged', 'PersonAdded', 'ConsentGiven', 'ConsentRefused', 'ConsentWithdrawn', 'IdentityChanged', 'ReferralSent', 'ReferralWithdrawn', 'HandedOver', 'FactsCorrected', 'Closed', 'Reopened', 'Reclassified', 'BorderChanged', 'LeadDecided', 'ShareAsked', 'Shared', 'ShareRefused', 'ShareEnded', 'TransferProposed', 'TransferApproved', 'TransferAccepted', 'TransferRefused', 'TransferTakenBack', 'RolesChanged', 'FamilyChanged', 'PersonDescribed', 'ContactChanged', 'DocumentAdded', 'DocumentTakenOut', 'PersonLinked', 'LinkUndone', 'PersonMerged', 'MergeUndone', 'ConnectAsked', 'ConnectAnswered', 'TextRedacted', 'Erased')");

            migrationBuilder.CreateIndex(
                name: "ix_account_codes_issued_by",
                schema: "identity",
                table: "account_codes",
                column: "issued_by");

            migrationBuilder.CreateIndex(
                name: "ux_account_codes_open",
                schema: "identity",
                table: "account_codes",
                column: "user_id",
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_authenticators_user_id",
                schema: "identity",
                table: "authenticators",
                column: "user_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_code_cards_user_id",
                schema: "identity",
                table: "code_cards",
                column: "user_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_emergency_accesses_actor_id_at",
                schema: "casework",
                table: "emergency_accesses",
                columns: new[] { "actor_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_emergency_accesses_actor_unit_id",
                schema: "casework",
                table: "emergency_accesses",
                column: "actor_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_accesses_at",
                schema: "casework",
                table: "emergency_accesses",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ux_emergency_accesses_number",
                schema: "casework",
                table: "emergency_accesses",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_emergency_targets_case_id",
                schema: "casework",
                table: "emergency_targets",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_targets_victim_id",
                schema: "casework",
                table: "emergency_targets",
                column: "victim_id");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_targets_victim_id_case_id",
                schema: "casework",
                table: "emergency_targets",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_erasures_approved_by_id",
                schema: "casework",
                table: "erasures",
                column: "approved_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_erasures_case_id_proposed_at",
                schema: "casework",
                table: "erasures",
                columns: new[] { "case_id", "proposed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_erasures_ended_by_id",
                schema: "casework",
                table: "erasures",
                column: "ended_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_erasures_unit_id_agency_id",
                schema: "casework",
                table: "erasures",
                columns: new[] { "unit_id", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "ux_erasures_one_under_way",
                schema: "casework",
                table: "erasures",
                column: "case_id",
                unique: true,
                filter: "status in ('Proposed', 'Approved')");

            migrationBuilder.CreateIndex(
                name: "ix_guess_counts_tried_at",
                schema: "identity",
                table: "guess_counts",
                column: "tried_at");

            migrationBuilder.CreateIndex(
                name: "ix_links_entry_id",
                schema: "audit",
                table: "links",
                column: "entry_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_postings_decisions_to_id",
                schema: "identity",
                table: "postings",
                column: "decisions_to_id");

            migrationBuilder.CreateIndex(
                name: "ix_postings_ended_by_id",
                schema: "identity",
                table: "postings",
                column: "ended_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_postings_made_by_id",
                schema: "identity",
                table: "postings",
                column: "made_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_postings_unit_id_agency_id",
                schema: "identity",
                table: "postings",
                columns: new[] { "unit_id", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_postings_user_id",
                schema: "identity",
                table: "postings",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_postings_work_to_id",
                schema: "identity",
                table: "postings",
                column: "work_to_id");

            migrationBuilder.CreateIndex(
                name: "ux_purpose_keys_purpose",
                schema: "identity",
                table: "purpose_keys",
                column: "purpose",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_redactions_case_id_at",
                schema: "casework",
                table: "redactions",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_role_proposals_decided_by_id",
                schema: "identity",
                table: "role_proposals",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_proposals_proposed_by_id",
                schema: "identity",
                table: "role_proposals",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_proposals_unit_id",
                schema: "identity",
                table: "role_proposals",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_proposals_waiting",
                schema: "identity",
                table: "role_proposals",
                column: "ends_at",
                filter: "decided_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_user_passkeys_user_id",
                schema: "identity",
                table: "user_passkeys",
                column: "user_id");

            migrationBuilder.AddForeignKey(
                name: "fk_identity_openings_emergency_access_id",
                schema: "casework",
                table: "identity_openings",
                column: "emergency_access_id",
                principalSchema: "casework",
                principalTable: "emergency_targets",
                principalColumn: "access_id",
                onDelete: ReferentialAction.Restrict);

            // Policies, functions and triggers: RowSecurity/Policies.
            migrationBuilder.SqlFilesOf(version: 4);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Row security is never taken off a database that holds people.");
    }
}
