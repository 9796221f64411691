using Npgsql;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.LocalPostgres;

public sealed class DatabaseRolesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tipsom_owner", "login inherit")]
    [InlineData("tipsom_app", "login")]
    public async Task Neither_role_is_more_than_a_login(string role, string attributes)
    {
        Assert.Equal(attributes, await AskAsync(database.SuperuserConnectionString, $"""
            select concat_ws(' ', case when rolcanlogin then 'login' end, case when rolsuper then 'superuser' end,
                case when rolbypassrls then 'bypassrls' end, case when rolcreatedb then 'createdb' end,
                case when rolcreaterole then 'createrole' end, case when rolreplication then 'replication' end,
                case when rolinherit then 'inherit' end)
            from pg_roles where rolname = '{role}'
            """));
        Assert.Equal("0", await AskAsync(database.SuperuserConnectionString,
            $"select count(*)::text from pg_auth_members where member = '{role}'::regrole"));
    }

    [Fact]
    public async Task The_database_belongs_to_the_owner_and_everybody_else_stays_out()
    {
        Assert.Equal("tipsom_owner", await AskAsync(database.SuperuserConnectionString,
            "select datdba::regrole::text from pg_database where datname = current_database()"));
        Assert.Equal("tipsom_app CONNECT", await AskAsync(database.SuperuserConnectionString, """
            select string_agg(coalesce(nullif(a.grantee, 0)::regrole::text, 'public') || ' ' || a.privilege_type, ', ' order by 1)
            from pg_database d, aclexplode(d.datacl) a
            where d.datname = current_database() and a.grantee <> d.datdba
            """));
    }

    [Theory]
    [InlineData("create temporary table mine (id int)")]
    [InlineData("create table public.mine (id int)")]
    [InlineData("create schema mine")]
    [InlineData("create role mine")]
    [InlineData("create database mine")]
    [InlineData("set role tipsom_owner")]
    [InlineData("alter role tipsom_app bypassrls")]
    public async Task The_role_of_requests_is_refused(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(database.AppConnectionString, sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData("statement_timeout", "10s")]
    [InlineData("lock_timeout", "5s")]
    [InlineData("idle_in_transaction_session_timeout", "15s")]
    public async Task A_request_cannot_hold_the_others_up(string setting, string limit)
    {
        Assert.Equal(limit, await AskAsync(database.AppConnectionString, $"show {setting}"));
        Assert.Equal("0", await AskAsync(database.OwnerConnectionString, $"show {setting}"));
    }

    [Fact]
    public async Task Each_test_class_has_a_database_of_its_own()
    {
        Assert.Matches("^tipsom_test_[0-9a-f]{8}_[0-9]+$", await AskAsync(database.AppConnectionString, "select current_database()::text"));
        Assert.Equal("tipsom_app", await AskAsync(database.AppConnectionString, "select session_user::text"));
    }

    private static async Task<string?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync(Cancellation);
    }
}
