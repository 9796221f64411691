using System.Security.Cryptography;
using TipSom.Data.Encryption;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Encryption;

/// <summary>The keys while the portal runs: portals that read at different moments open each other's records.</summary>
public sealed class MasterKeysTests
{
    private static readonly MasterKey Old = new("old", RandomNumberGenerator.GetBytes(32)), New = new("new", RandomNumberGenerator.GetBytes(32));

    private readonly Changing source = new(Old);
    private readonly HandClock clock = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_portal_that_has_not_read_yet_opens_what_another_sealed_under_the_new_key()
    {
        var (early, late) = (new MasterKeys(source, clock), new MasterKeys(source, clock));
        source.Keys = [New, Old];
        early.Refresh();
        var id = Guid.NewGuid();

        var bytes = new RecordCipher(early).Seal("k", id, "x");

        Assert.Equal("old", late.Ring.Current.Name);
        Assert.Equal("x", new RecordCipher(late).Open<string>("k", id, bytes));
        Assert.Equal("new", late.Ring.Current.Name);
    }

    [Fact]
    public void A_record_under_a_key_that_is_nowhere_asks_the_source_once_a_second()
    {
        var keys = new MasterKeys(source, clock);
        var id = Guid.NewGuid();
        var bytes = new RecordCipher(new MasterKeys(RandomNumberGenerator.GetBytes(32))).Seal("k", id, "x");
        for (var i = 0; i < 100; i++)
            Assert.Throws<CryptographicException>(() => new RecordCipher(keys).Open<string>("k", id, bytes));
        Assert.Equal(2, source.Readings);

        // Another unknown key is asked for at once: it may be the one that was just added.
        source.Keys = [New, Old];
        Assert.Equal("y", new RecordCipher(keys).Open<string>("k", id, new RecordCipher(new MasterKeys(source, clock)).Seal("k", id, "y")));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Throws<CryptographicException>(() => new RecordCipher(keys).Open<string>("k", id, bytes));
        Assert.Equal(5, source.Readings);
    }

    [Fact]
    public void A_ring_of_somebody_else_is_not_taken()
    {
        var keys = new MasterKeys(source, clock);
        source.Keys = [New];

        Assert.Contains("which this portal seals with", Assert.Throws<MasterKeyException>(keys.Refresh).Message, StringComparison.Ordinal);
        Assert.Equal("old", keys.Ring.Current.Name);
    }

    [Fact]
    public void A_source_that_is_away_for_a_while_leaves_the_keys_as_they_are()
    {
        var keys = new MasterKeys(source, clock);
        source.IsAway = true;
        var id = Guid.NewGuid();

        Assert.Throws<MasterKeyException>(keys.Refresh);
        Assert.Equal("x", new RecordCipher(keys).Open<string>("k", id, new RecordCipher(keys).Seal("k", id, "x")));
    }

    private sealed class Changing(MasterKey first) : MasterKeySource
    {
        public MasterKey[] Keys { get; set; } = [first];

        public bool IsAway { get; set; }

        public int Readings { get; private set; }

        public override string HowToAdd => "";

        public override KeyRing Read()
        {
            Readings++;
            return IsAway ? throw new MasterKeyException("It is away.") : new KeyRing(Keys);
        }
    }
}
