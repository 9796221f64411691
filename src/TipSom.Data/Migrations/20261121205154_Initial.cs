using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using TipSom.Data.RowSecurity;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace TipSom.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "identity");

            migrationBuilder.EnsureSchema(
                name: "casework");

            migrationBuilder.EnsureSchema(
                name: "reference");

            migrationBuilder.EnsureSchema(
                name: "audit");

            migrationBuilder.CreateTable(
                name: "agencies",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    name_ur = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agencies", x => x.id);
                    table.CheckConstraint("ck_agencies_kind", "kind in ('Fia', 'Police', 'CareProvider', 'ChildProtection', 'Labour', 'Oversight')");
                });

            migrationBuilder.CreateTable(
                name: "clock_rules",
                schema: "reference",
                columns: table => new
                {
                    urgency = table.Column<string>(type: "text", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    allowed = table.Column<TimeSpan>(type: "interval", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_rules", x => new { x.urgency, x.step });
                    table.CheckConstraint("ck_clock_rules_step", "step in ('Seen', 'Answered', 'Arrived')");
                    table.CheckConstraint("ck_clock_rules_urgency", "urgency in ('Emergency', 'Urgent', 'Routine')");
                    table.CheckConstraint("clock_rules_allowed_is_positive", "allowed > interval '0'");
                });

            migrationBuilder.CreateTable(
                name: "code_list_entries",
                schema: "reference",
                columns: table => new
                {
                    list = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    label_en = table.Column<string>(type: "text", nullable: false),
                    label_ur = table.Column<string>(type: "text", nullable: true),
                    htcds_value = table.Column<string>(type: "text", nullable: true),
                    ctdc_value = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    sort_order = table.Column<int>(type: "integer", nullable: false),
                    is_offered = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_code_list_entries", x => new { x.list, x.code });
                });

            migrationBuilder.CreateTable(
                name: "entries",
                schema: "audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    table_name = table.Column<string>(type: "text", nullable: false),
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    fields = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                schema: "casework",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    result_url = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "offences",
                schema: "reference",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    section = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false),
                    min_years = table.Column<decimal>(type: "numeric(4,1)", precision: 4, scale: 1, nullable: true),
                    max_years = table.Column<decimal>(type: "numeric(4,1)", precision: 4, scale: 1, nullable: true),
                    other_penalty = table.Column<string>(type: "text", nullable: true),
                    fine = table.Column<string>(type: "text", nullable: true),
                    is_cognizable = table.Column<bool>(type: "boolean", nullable: true),
                    is_bailable = table.Column<bool>(type: "boolean", nullable: true),
                    is_compoundable = table.Column<bool>(type: "boolean", nullable: true),
                    investigator = table.Column<string>(type: "text", nullable: true),
                    trial_court = table.Column<string>(type: "text", nullable: true),
                    valid_from_text = table.Column<string>(type: "text", nullable: true),
                    valid_to_text = table.Column<string>(type: "text", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_before = table.Column<DateOnly>(type: "date", nullable: true),
                    iccs_hint = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    is_offered = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offences", x => x.code);
                    table.CheckConstraint("ck_offences_class", "class in ('Tip', 'TipPpc', 'TipLabour', 'TipOrgan', 'TipOld', 'Som', 'SomRelated', 'Related')");
                    table.CheckConstraint("offences_valid_in_order", "valid_from < valid_before");
                    table.CheckConstraint("offences_years_in_order", "min_years <= max_years");
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_xml = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "provinces",
                schema: "reference",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    iso = table.Column<string>(type: "text", nullable: false),
                    pcode = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    name_ur = table.Column<string>(type: "text", nullable: false),
                    sort_order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provinces", x => x.code);
                    table.CheckConstraint("ck_provinces_kind", "kind in ('Province', 'Capital', 'Territory')");
                });

            migrationBuilder.CreateTable(
                name: "reference_versions",
                schema: "reference",
                columns: table => new
                {
                    file = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    loaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_versions", x => x.file);
                });

            migrationBuilder.CreateTable(
                name: "agreements",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    lead_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_signatory = table.Column<string>(type: "text", nullable: false),
                    provider_signatory = table.Column<string>(type: "text", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    in_force_from = table.Column<DateOnly>(type: "date", nullable: false),
                    in_force_to = table.Column<DateOnly>(type: "date", nullable: true),
                    places = table.Column<int>(type: "integer", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    status_reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    district_codes = table.Column<List<string>>(type: "text[]", nullable: false),
                    groups = table.Column<string[]>(type: "text[]", nullable: false),
                    province_codes = table.Column<List<string>>(type: "text[]", nullable: false),
                    referring_agency_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    services = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => x.id);
                    table.CheckConstraint("ck_agreements_dates", "in_force_to is null or in_force_to >= in_force_from");
                    table.CheckConstraint("ck_agreements_groups", "groups <@ array['Women', 'Men', 'Girls', 'Boys', 'Transgender']");
                    table.CheckConstraint("ck_agreements_kind", "kind in ('Memorandum', 'StatutoryMandate')");
                    table.CheckConstraint("ck_agreements_services", "services <@ array['Shelter', 'EmergencyMedical', 'Counselling', 'LegalAid', 'Interpretation', 'FoodAndClothing', 'IdentityDocuments', 'FamilyTracing', 'ReturnHome', 'Livelihood', 'Education', 'ChildProtection', 'DrugTreatment', 'Security', 'FinancialHelp']");
                    table.CheckConstraint("ck_agreements_status", "status in ('Signed', 'Suspended', 'Ended')");
                    table.ForeignKey(
                        name: "fk_agreements_lead_agency_id",
                        column: x => x.lead_agency_id,
                        principalSchema: "identity",
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreements_provider_agency_id",
                        column: x => x.provider_agency_id,
                        principalSchema: "identity",
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "districts",
                schema: "reference",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    province_code = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: true),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    name_ur = table.Column<string>(type: "text", nullable: false),
                    name_ur_verified = table.Column<bool>(type: "boolean", nullable: false),
                    pcode = table.Column<string>(type: "text", nullable: true),
                    parent_pcode = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    aliases = table.Column<string[]>(type: "text[]", nullable: false),
                    population2023 = table.Column<int>(type: "integer", nullable: true),
                    is_offered = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_districts", x => x.code);
                    table.CheckConstraint("ck_districts_status", "status in ('Pbs2023', 'CodOnly', 'Post2023', 'Abolished')");
                    table.ForeignKey(
                        name: "fk_districts_province_code",
                        column: x => x.province_code,
                        principalSchema: "reference",
                        principalTable: "provinces",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "units",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    name_ur = table.Column<string>(type: "text", nullable: false),
                    district_code = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_units", x => x.id);
                    table.UniqueConstraint("ak_units_id_agency_id", x => new { x.id, x.agency_id });
                    table.CheckConstraint("ck_units_kind", "kind in ('Headquarters', 'NationalDesk', 'Zone', 'Circle', 'District', 'Station', 'Shelter', 'Office')");
                    table.ForeignKey(
                        name: "fk_units_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "identity",
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_units_district_code",
                        column: x => x.district_code,
                        principalSchema: "reference",
                        principalTable: "districts",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_units_parent_id_agency_id",
                        columns: x => new { x.parent_id, x.agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "provider_services",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    district_code = table.Column<string>(type: "text", nullable: false),
                    min_age = table.Column<int>(type: "integer", nullable: true),
                    max_age = table.Column<int>(type: "integer", nullable: true),
                    places_total = table.Column<int>(type: "integer", nullable: true),
                    places_free = table.Column<int>(type: "integer", nullable: true),
                    places_confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    groups = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_services", x => x.id);
                    table.UniqueConstraint("ak_provider_services_id_unit_id_agency_id", x => new { x.id, x.unit_id, x.agency_id });
                    table.CheckConstraint("ck_provider_services_groups", "groups <@ array['Women', 'Men', 'Girls', 'Boys', 'Transgender']");
                    table.CheckConstraint("ck_provider_services_places", "places_free between 0 and places_total");
                    table.CheckConstraint("ck_provider_services_service", "service in ('Shelter', 'EmergencyMedical', 'Counselling', 'LegalAid', 'Interpretation', 'FoodAndClothing', 'IdentityDocuments', 'FamilyTracing', 'ReturnHome', 'Livelihood', 'Education', 'ChildProtection', 'DrugTreatment', 'Security', 'FinancialHelp')");
                    table.ForeignKey(
                        name: "fk_provider_services_district_code",
                        column: x => x.district_code,
                        principalSchema: "reference",
                        principalTable: "districts",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_provider_services_unit_id_agency_id",
                        columns: x => new { x.unit_id, x.agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "users",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    culture = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    disabled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                    table.CheckConstraint("ck_users_role", "role in ('Officer', 'Supervisor', 'Caseworker', 'ProviderManager', 'NationalCoordinator', 'NationalAdministrator', 'AgencyAdministrator', 'Analyst', 'Auditor')");
                    table.ForeignKey(
                        name: "fk_users_unit_id_agency_id",
                        columns: x => new { x.unit_id, x.agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    border = table.Column<string>(type: "text", nullable: false),
                    proposed_lead = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    district_code = table.Column<string>(type: "text", nullable: false),
                    station_reference = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    sealed_narrative = table.Column<byte[]>(type: "bytea", nullable: true),
                    holding_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holding_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    logged_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    logged_by_name = table.Column<string>(type: "text", nullable: false),
                    logged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                    table.CheckConstraint("ck_cases_border", "border in ('Unknown', 'InsidePakistan', 'AcrossBorder')");
                    table.CheckConstraint("ck_cases_kind", "kind in ('Trafficking', 'Smuggling')");
                    table.CheckConstraint("ck_cases_proposed_lead", "proposed_lead in ('Fia', 'Police', 'CareProvider', 'ChildProtection', 'Labour', 'Oversight')");
                    table.CheckConstraint("ck_cases_status", "status in ('Open', 'Closed')");
                    table.ForeignKey(
                        name: "fk_cases_district_code",
                        column: x => x.district_code,
                        principalSchema: "reference",
                        principalTable: "districts",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cases_holding_unit_id_holding_agency_id",
                        columns: x => new { x.holding_unit_id, x.holding_agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cases_logged_by_id",
                        column: x => x.logged_by_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "identity",
                columns: table => new
                {
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    security_stamp = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    idle_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.key_hash);
                    table.ForeignKey(
                        name: "fk_sessions_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_claims",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_claims_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_logins",
                schema: "identity",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_user_logins_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tokens",
                schema: "identity",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_user_tokens_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_access",
                schema: "casework",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sees_identity = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_access", x => new { x.unit_id, x.case_id });
                    table.CheckConstraint("ck_case_access_status", "status in ('Open', 'Closed')");
                    table.ForeignKey(
                        name: "fk_case_access_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_access_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_events",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<int>(type: "integer", nullable: true),
                    referral_number = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_events", x => x.id);
                    table.CheckConstraint("ck_case_events_kind", "kind in ('Logged', 'PersonAdded', 'ConsentGiven', 'ConsentRefused', 'ConsentWithdrawn', 'IdentityChanged', 'ReferralSent', 'ReferralWithdrawn')");
                    table.ForeignKey(
                        name: "fk_case_events_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "victims",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sex = table.Column<string>(type: "text", nullable: false),
                    safety_when_logged = table.Column<string>(type: "text", nullable: false),
                    risk = table.Column<string>(type: "text", nullable: false),
                    language_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    age_is_approximate = table.Column<bool>(type: "boolean", nullable: false),
                    age_years = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_victims", x => x.id);
                    table.UniqueConstraint("ak_victims_id_case_id", x => new { x.id, x.case_id });
                    table.CheckConstraint("ck_victims_age_years", "age_years between 0 and 120");
                    table.CheckConstraint("ck_victims_risk", "risk in ('NotAssessed', 'Low', 'Medium', 'High')");
                    table.CheckConstraint("ck_victims_safety_when_logged", "safety_when_logged in ('Safe', 'NotSafe', 'Unknown')");
                    table.CheckConstraint("ck_victims_sex", "sex in ('Female', 'Male', 'Transgender', 'Unknown')");
                    table.ForeignKey(
                        name: "fk_victims_case_id",
                        column: x => x.case_id,
                        principalSchema: "casework",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_given = table.Column<bool>(type: "boolean", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    form = table.Column<string>(type: "text", nullable: false),
                    guardian = table.Column<string>(type: "text", nullable: false),
                    language_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    through_interpreter = table.Column<bool>(type: "boolean", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    categories = table.Column<string[]>(type: "text[]", nullable: false),
                    recipient_agency_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => x.id);
                    table.UniqueConstraint("ak_consents_id_victim_id", x => new { x.id, x.victim_id });
                    table.CheckConstraint("ck_consents_basis", "basis in ('OwnConsent', 'Guardian', 'ChildProtectionAuthority', 'CourtOrder', 'DangerToLife')");
                    table.CheckConstraint("ck_consents_categories", "categories <@ array['Needs', 'Risk', 'Name', 'Parents', 'IdentityNumber', 'Phone']");
                    table.CheckConstraint("ck_consents_form", "form in ('Spoken', 'Signed', 'ThumbImpression', 'WrittenOrder')");
                    table.CheckConstraint("ck_consents_guardian", "guardian in ('NotAsked', 'No', 'Unknown', 'Possibly')");
                    table.ForeignKey(
                        name: "fk_consents_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "identity_openings",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_openings", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_openings_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "needs",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    urgency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_needs", x => x.id);
                    table.UniqueConstraint("ak_needs_id_victim_id", x => new { x.id, x.victim_id });
                    table.CheckConstraint("ck_needs_service", "service in ('Shelter', 'EmergencyMedical', 'Counselling', 'LegalAid', 'Interpretation', 'FoodAndClothing', 'IdentityDocuments', 'FamilyTracing', 'ReturnHome', 'Livelihood', 'Education', 'ChildProtection', 'DrugTreatment', 'Security', 'FinancialHelp')");
                    table.CheckConstraint("ck_needs_urgency", "urgency in ('Emergency', 'Urgent', 'Routine')");
                    table.ForeignKey(
                        name: "fk_needs_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "victim_identities",
                schema: "casework",
                columns: table => new
                {
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_details = table.Column<byte[]>(type: "bytea", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_victim_identities", x => x.victim_id);
                    table.ForeignKey(
                        name: "fk_victim_identities_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referrals",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    victim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    urgency = table.Column<string>(type: "text", nullable: false),
                    sex = table.Column<string>(type: "text", nullable: false),
                    age_band = table.Column<string>(type: "text", nullable: false),
                    is_child = table.Column<bool>(type: "boolean", nullable: false),
                    district_code = table.Column<string>(type: "text", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    status_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    arrival_expected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    arrived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    wrong_arrival_codes = table.Column<int>(type: "integer", nullable: false),
                    arrival_slip = table.Column<int>(type: "integer", nullable: false),
                    decline_reason = table.Column<string>(type: "text", nullable: true),
                    withdraw_reason = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referrals", x => x.id);
                    table.CheckConstraint("ck_referrals_age_band", "age_band in ('Unknown', 'Under12', 'From12To17', 'From18To24', 'From25To34', 'From35To59', 'From60')");
                    table.CheckConstraint("ck_referrals_arrived", "(arrived_at is not null) = (status in ('InCare', 'Closed'))");
                    table.CheckConstraint("ck_referrals_closed_with_outcome", "(status = 'Closed') = (outcome is not null)");
                    table.CheckConstraint("ck_referrals_decline_reason", "decline_reason in ('NoPlace', 'NotEligible', 'Safety', 'OutOfArea', 'AgreementEnded', 'PersonRefused', 'NotReachable', 'Duplicate', 'Other')");
                    table.CheckConstraint("ck_referrals_declined_with_reason", "(status = 'Declined') = (decline_reason is not null)");
                    table.CheckConstraint("ck_referrals_outcome", "outcome in ('SupportCompleted', 'ReturnedToFamily', 'Repatriated', 'LivesIndependently', 'MovedToOtherProvider', 'LeftByOwnWish', 'LostContact', 'Died')");
                    table.CheckConstraint("ck_referrals_service", "service in ('Shelter', 'EmergencyMedical', 'Counselling', 'LegalAid', 'Interpretation', 'FoodAndClothing', 'IdentityDocuments', 'FamilyTracing', 'ReturnHome', 'Livelihood', 'Education', 'ChildProtection', 'DrugTreatment', 'Security', 'FinancialHelp')");
                    table.CheckConstraint("ck_referrals_sex", "sex in ('Female', 'Male', 'Transgender', 'Unknown')");
                    table.CheckConstraint("ck_referrals_status", "status in ('Sent', 'Seen', 'Accepted', 'InCare', 'Closed', 'Declined', 'Withdrawn')");
                    table.CheckConstraint("ck_referrals_urgency", "urgency in ('Emergency', 'Urgent', 'Routine')");
                    table.CheckConstraint("ck_referrals_withdraw_reason", "withdraw_reason in ('PlacedElsewhere', 'PersonRefused', 'ConsentWithdrawn', 'NoLongerNeeded', 'Safety', 'SentByMistake')");
                    table.CheckConstraint("ck_referrals_withdrawn_with_reason", "(status = 'Withdrawn') = (withdraw_reason is not null)");
                    table.ForeignKey(
                        name: "fk_referrals_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "casework",
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referrals_consent_id_victim_id",
                        columns: x => new { x.consent_id, x.victim_id },
                        principalSchema: "casework",
                        principalTable: "consents",
                        principalColumns: new[] { "id", "victim_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referrals_district_code",
                        column: x => x.district_code,
                        principalSchema: "reference",
                        principalTable: "districts",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referrals_from_unit_id_from_agency_id",
                        columns: x => new { x.from_unit_id, x.from_agency_id },
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumns: new[] { "id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referrals_need_id_victim_id",
                        columns: x => new { x.need_id, x.victim_id },
                        principalSchema: "casework",
                        principalTable: "needs",
                        principalColumns: new[] { "id", "victim_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referrals_provider_service_id_to_unit_id_to_agency_id",
                        columns: x => new { x.provider_service_id, x.to_unit_id, x.to_agency_id },
                        principalSchema: "casework",
                        principalTable: "provider_services",
                        principalColumns: new[] { "id", "unit_id", "agency_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referrals_victim_id_case_id",
                        columns: x => new { x.victim_id, x.case_id },
                        principalSchema: "casework",
                        principalTable: "victims",
                        principalColumns: new[] { "id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "arrival_arrangements",
                schema: "casework",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    sealed_details = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_arrival_arrangements", x => x.referral_id);
                    table.CheckConstraint("ck_arrival_arrangements_place", "place in ('ProvidersPlace', 'SendersPlace', 'MeetingPoint')");
                    table.ForeignKey(
                        name: "fk_arrival_arrangements_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "casework",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosures",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    to_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    disclosed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sealed_content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosures", x => x.id);
                    table.UniqueConstraint("ak_disclosures_id_referral_id", x => new { x.id, x.referral_id });
                    table.CheckConstraint("ck_disclosures_stage", "stage in ('Needs', 'Identity')");
                    table.ForeignKey(
                        name: "fk_disclosures_consent_id",
                        column: x => x.consent_id,
                        principalSchema: "casework",
                        principalTable: "consents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_disclosures_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "casework",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referral_access",
                schema: "casework",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    is_settled = table.Column<bool>(type: "boolean", nullable: false),
                    status_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    province_code = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referral_access", x => new { x.unit_id, x.side, x.referral_id });
                    table.CheckConstraint("ck_referral_access_side", "side in ('Sender', 'Recipient', 'National')");
                    table.CheckConstraint("ck_referral_access_status", "status in ('Sent', 'Seen', 'Accepted', 'InCare', 'Closed', 'Declined', 'Withdrawn')");
                    table.ForeignKey(
                        name: "fk_referral_access_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "casework",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referral_access_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "identity",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referral_events",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verb = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referral_events", x => x.id);
                    table.CheckConstraint("ck_referral_events_status", "status in ('Sent', 'Seen', 'Accepted', 'InCare', 'Closed', 'Declined', 'Withdrawn')");
                    table.CheckConstraint("ck_referral_events_verb", "verb in ('Open', 'Accept', 'Decline', 'Withdraw', 'ConfirmArrival', 'Close')");
                    table.ForeignKey(
                        name: "fk_referral_events_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "casework",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_openings",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    disclosure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosure_openings", x => x.id);
                    table.ForeignKey(
                        name: "fk_disclosure_openings_disclosure_id_referral_id",
                        columns: x => new { x.disclosure_id, x.referral_id },
                        principalSchema: "casework",
                        principalTable: "disclosures",
                        principalColumns: new[] { "id", "referral_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_agencies_code",
                schema: "identity",
                table: "agencies",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreements_lead_agency_id",
                schema: "casework",
                table: "agreements",
                column: "lead_agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_provider_agency_id",
                schema: "casework",
                table: "agreements",
                column: "provider_agency_id");

            migrationBuilder.CreateIndex(
                name: "ux_agreements_number",
                schema: "casework",
                table: "agreements",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_access_case_id",
                schema: "casework",
                table: "case_access",
                columns: new[] { "case_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_access_newest",
                schema: "casework",
                table: "case_access",
                columns: new[] { "unit_id", "updated_at", "case_id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_case_events_case_id_at",
                schema: "casework",
                table: "case_events",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_district_code",
                schema: "casework",
                table: "cases",
                column: "district_code");

            migrationBuilder.CreateIndex(
                name: "ix_cases_holding_unit_id_holding_agency_id",
                schema: "casework",
                table: "cases",
                columns: new[] { "holding_unit_id", "holding_agency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_logged_by_id",
                schema: "casework",
                table: "cases",
                column: "logged_by_id");

            migrationBuilder.CreateIndex(
                name: "ux_cases_number",
                schema: "casework",
                table: "cases",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consents_victim_id_case_id",
                schema: "casework",
                table: "consents",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_victim_id_given_at",
                schema: "casework",
                table: "consents",
                columns: new[] { "victim_id", "given_at" });

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_openings_disclosure_id_referral_id",
                schema: "casework",
                table: "disclosure_openings",
                columns: new[] { "disclosure_id", "referral_id" });

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_openings_referral_id_at",
                schema: "casework",
                table: "disclosure_openings",
                columns: new[] { "referral_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_disclosures_consent_id",
                schema: "casework",
                table: "disclosures",
                column: "consent_id");

            migrationBuilder.CreateIndex(
                name: "ux_disclosures_referral_id_stage_version",
                schema: "casework",
                table: "disclosures",
                columns: new[] { "referral_id", "stage", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_districts_province_code",
                schema: "reference",
                table: "districts",
                column: "province_code");

            migrationBuilder.CreateIndex(
                name: "ix_entries_row_id_id",
                schema: "audit",
                table: "entries",
                columns: new[] { "row_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_openings_case_id_at",
                schema: "casework",
                table: "identity_openings",
                columns: new[] { "case_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_openings_victim_id_case_id",
                schema: "casework",
                table: "identity_openings",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_needs_victim_id_case_id",
                schema: "casework",
                table: "needs",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_needs_victim_id_service",
                schema: "casework",
                table: "needs",
                columns: new[] { "victim_id", "service" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_provider_services_district_code",
                schema: "casework",
                table: "provider_services",
                column: "district_code");

            migrationBuilder.CreateIndex(
                name: "ix_provider_services_unit_id_agency_id",
                schema: "casework",
                table: "provider_services",
                columns: new[] { "unit_id", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "ux_provinces_iso",
                schema: "reference",
                table: "provinces",
                column: "iso",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_referral_access_newest",
                schema: "casework",
                table: "referral_access",
                columns: new[] { "unit_id", "side", "sent_at", "referral_id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_referral_access_open",
                schema: "casework",
                table: "referral_access",
                columns: new[] { "unit_id", "side", "due_at", "referral_id" },
                filter: "not is_settled")
                .Annotation("Npgsql:IndexInclude", new[] { "status", "status_since", "province_code" });

            migrationBuilder.CreateIndex(
                name: "ix_referral_access_referral_id",
                schema: "casework",
                table: "referral_access",
                columns: new[] { "referral_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ux_referral_events_one_per_step",
                schema: "casework",
                table: "referral_events",
                columns: new[] { "referral_id", "status" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_referrals_agreement_id",
                schema: "casework",
                table: "referrals",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_case_id",
                schema: "casework",
                table: "referrals",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_consent_id_victim_id",
                schema: "casework",
                table: "referrals",
                columns: new[] { "consent_id", "victim_id" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_district_code",
                schema: "casework",
                table: "referrals",
                column: "district_code");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_from_unit_id_from_agency_id",
                schema: "casework",
                table: "referrals",
                columns: new[] { "from_unit_id", "from_agency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_need_id_victim_id",
                schema: "casework",
                table: "referrals",
                columns: new[] { "need_id", "victim_id" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_provider_service_id_to_unit_id_to_agency_id",
                schema: "casework",
                table: "referrals",
                columns: new[] { "provider_service_id", "to_unit_id", "to_agency_id" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_victim_id_case_id",
                schema: "casework",
                table: "referrals",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_referrals_number",
                schema: "casework",
                table: "referrals",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_referrals_one_live_per_need",
                schema: "casework",
                table: "referrals",
                column: "need_id",
                unique: true,
                filter: "status in ('Sent', 'Seen', 'Accepted', 'InCare')");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_user_id",
                schema: "identity",
                table: "sessions",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_units_agency_id",
                schema: "identity",
                table: "units",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_units_district_code",
                schema: "identity",
                table: "units",
                column: "district_code");

            migrationBuilder.CreateIndex(
                name: "ix_units_parent_id_agency_id",
                schema: "identity",
                table: "units",
                columns: new[] { "parent_id", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "ux_units_code",
                schema: "identity",
                table: "units",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_user_claims_user_id",
                schema: "identity",
                table: "user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_logins_user_id",
                schema: "identity",
                table: "user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_users_normalized_email",
                schema: "identity",
                table: "users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_users_unit_id_agency_id",
                schema: "identity",
                table: "users",
                columns: new[] { "unit_id", "agency_id" });

            migrationBuilder.CreateIndex(
                name: "ux_users_normalized_user_name",
                schema: "identity",
                table: "users",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_victim_identities_victim_id_case_id",
                schema: "casework",
                table: "victim_identities",
                columns: new[] { "victim_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ux_victims_case_id_position",
                schema: "casework",
                table: "victims",
                columns: new[] { "case_id", "position" },
                unique: true);

            // Policies, functions and triggers: RowSecurity/Policies.
            migrationBuilder.SqlFilesOf(version: 1);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Row security is never taken off a database that holds people.");
    }
}
