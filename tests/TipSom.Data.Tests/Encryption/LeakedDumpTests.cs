using System.Text;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Encryption;

public sealed class LeakedDumpTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    /// <summary>What World writes about a person and about the way to a door.</summary>
    private static readonly string[] Secrets =
    [
        World.KnownIdentity.Name!, World.KnownIdentity.FatherName!, World.KnownIdentity.IdNumber!, World.KnownIdentity.Phone!,
        "Zarmeena", "Gulfraz", "canary", World.KnownNarrative, "kept at a", "042-5555555", "blanket"
    ];

    [Fact]
    public async Task A_copy_of_the_whole_database_names_nobody()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        await cast.ReferralAsync(world, ReferralStatus.Closed);
        await using var owner = await PlainSql.AsOwnerAsync(database);

        var dump = await DumpAsync(owner);

        // It is the dump of this very road.
        Assert.Contains(cast.Police.Officer.DisplayName, dump, StringComparison.Ordinal);
        Assert.Contains("SupportCompleted", dump, StringComparison.Ordinal);
        foreach (var secret in Secrets)
        {
            Assert.DoesNotContain(secret, dump, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), dump, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='), dump, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_search_would_find_a_name_that_lies_open()
    {
        await using var world = new World(database);
        var cast = await Cast.MakeAsync(world);
        var referral = await cast.ReferralAsync(world, ReferralStatus.Sent);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update casework.cases set sealed_narrative = convert_to($2, 'UTF8') where id = $1", referral.CaseId, World.KnownNarrative);

        var dump = await DumpAsync(owner);

        Assert.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(World.KnownNarrative)), dump, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Every row of every table as text; bytes in hexadecimal.</summary>
    private static async Task<string> DumpAsync(PlainSql owner)
    {
        var tables = await owner.ListAsync("""
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
            """);
        var dump = new StringBuilder();
        foreach (var table in tables)
        {
            foreach (var row in await owner.ListAsync($"select t::text from {table} t"))
                dump.AppendLine(row);
        }

        return dump.ToString();
    }
}
