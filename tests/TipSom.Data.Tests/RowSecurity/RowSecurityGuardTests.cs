using Npgsql;
using TipSom.Data.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.RowSecurity;

public sealed class RowSecurityGuardTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_role_of_requests_may_serve() => Assert.Null(await RefusalOfAsync(database.AppConnectionString));

    [Fact]
    public async Task A_superuser_may_not() => Assert.Contains("is a superuser", await RefusalOfAsync(database.SuperuserConnectionString), StringComparison.Ordinal);

    [Fact]
    public async Task The_owner_may_not() => Assert.Contains("owns tables", await RefusalOfAsync(database.OwnerConnectionString), StringComparison.Ordinal);

    [Theory]
    [InlineData("bypassrls", "", "bypasses row security")]
    [InlineData("createrole", "", "may create roles")]
    [InlineData("replication", "", "may replicate")]
    [InlineData("noinherit", "grant tipsom_owner to {0}", "owns tables")]
    [InlineData("", "grant pg_read_all_data to {0}", "may read the key of the signed context")]
    [InlineData("", "grant usage on schema security to {0}; grant select on security.context_key to {0}", "may read the key of the signed context")]
    [InlineData("", "grant create on schema casework to {0}", "may create tables")]
    public async Task A_role_that_could_step_round_row_security_may_not(string attributes, string grants, string why)
    {
        var role = $"tipsom_test_role_{Guid.NewGuid():N}";
        // The server trusts the role of requests without a password only where it trusts everybody; so the session takes the role on.
        await using var superuser = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString) { Pooling = false }.ConnectionString);
        await superuser.OpenAsync(Cancellation);
        await ExecuteAsync(superuser, $"create role {role} nosuperuser {attributes}; {string.Format(null, grants, role)}");
        try
        {
            var refusal = await RefusalOfAsync(new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString)
            {
                Pooling = false,
                Options = $"-c role={role}"
            }.ConnectionString);

            Assert.Contains(why, refusal, StringComparison.Ordinal);
        }
        finally
        {
            await ExecuteAsync(superuser, $"drop owned by {role}; drop role {role}");
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<string?> RefusalOfAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var refusal = await Record.ExceptionAsync(() => RowSecurityGuard.CheckAsync(source, Cancellation));
        Assert.True(refusal is null or InvalidOperationException, refusal?.ToString());
        return refusal?.Message;
    }
}
