using System.Security.Cryptography;
using Npgsql;
using TipSom.Data.Encryption;
using TipSom.Data.Tests.RowSecurity;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Encryption;

public sealed class PurposeKeysTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(database.AppConnectionString);

    public async ValueTask InitializeAsync()
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("delete from identity.purpose_keys");
        await owner.RunAsync("delete from identity.protection_keys");
        await owner.CommitAsync();
    }

    [Fact]
    public async Task Portals_that_start_at_once_agree_and_a_change_of_the_master_key_changes_none()
    {
        var master = RandomNumberGenerator.GetBytes(32);
        var portals = Enumerable.Range(0, 8).Select(_ => With(new MasterKeys(master))).ToList();

        await Task.WhenAll(portals.Select(p => p.ProveAsync(CancellationToken.None)));

        foreach (var purpose in Enum.GetValues<KeyPurpose>())
        {
            Assert.Single(portals.Select(p => Convert.ToHexString(p.Of(purpose))).Distinct());
            Assert.Equal(32, portals[0].Of(purpose).Length);
        }

        Assert.Equal(Enum.GetValues<KeyPurpose>().Length, Enum.GetValues<KeyPurpose>().Select(p => Convert.ToHexString(portals[0].Of(p))).Distinct().Count());
        Assert.Equal(portals[0].Of(KeyPurpose.ArrivalCode), With(new MasterKeys(RandomNumberGenerator.GetBytes(32), master)).Of(KeyPurpose.ArrivalCode));
    }

    [Fact]
    public async Task With_other_master_keys_nothing_begins()
    {
        var right = new MasterKeys(RandomNumberGenerator.GetBytes(32));
        await With(right).ProveAsync(CancellationToken.None);

        var refused = await Assert.ThrowsAsync<MasterKeyException>(() => With(new MasterKeys(RandomNumberGenerator.GetBytes(32))).ProveAsync(CancellationToken.None));

        Assert.Equal(
            $"The master keys of this portal do not open this database: purpose_keys are sealed under the master key with the id {right.Ring.Current.Id}. "
            + "Give the portal that key (docs/runbooks/master-key.md).", refused.Message);
    }

    [Fact]
    public async Task A_database_of_an_earlier_version_is_not_given_keys_under_another_master_key()
    {
        var id = Guid.CreateVersion7();
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("insert into identity.protection_keys (id, sealed_xml) values ($1, $2)",
            id, new RecordCipher(new MasterKeys(TestKeys.Master)).Seal(SealKinds.ProtectionKey, id, "<key />"));
        await owner.CommitAsync();

        await Assert.ThrowsAsync<MasterKeyException>(() => With(new MasterKeys(TestKeys.Context)).ProveAsync(CancellationToken.None));
        Assert.Equal(0, await owner.AskAsync<long>("select count(*) from identity.purpose_keys"));
        await With(new MasterKeys(TestKeys.Master)).ProveAsync(CancellationToken.None);
    }

    [Fact]
    public async Task The_role_of_requests_changes_and_removes_none()
    {
        await With(new MasterKeys(TestKeys.Master)).ProveAsync(CancellationToken.None);
        await using var app = await PlainSql.AsAsync(database, null);

        Assert.Equal(Outcome.NotAllowed, (await app.TryAsync("update identity.purpose_keys set sealed_key = ''")).State);
        Assert.Equal(Outcome.NotAllowed, (await app.TryAsync("delete from identity.purpose_keys")).State);
        Assert.Equal(Outcome.NotAllowed, (await app.TryAsync("update identity.key_runs set records = 0")).State);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private PurposeKeys With(MasterKeys keys) => new(source, new RecordCipher(keys));
}
