using System.Security.Cryptography;
using TipSom.Data.Encryption;
using TipSom.Domain.Victims;

namespace TipSom.Data.Tests.Encryption;

public sealed class RecordCipherTests
{
    private const string OneError = "This record cannot be opened.";

    private static readonly Guid Record = Guid.Parse("01234567-89ab-7def-8123-456789abcdef");
    private static readonly IdentityDetails Person = new("Zarmeena", "Gulfraz زرمینہ", "9000012345671", null);
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(MasterKeys.KeyLength);
    private static readonly RecordCipher Cipher = new(new MasterKeys(Key));

    [Fact]
    public void What_was_sealed_opens() =>
        Assert.Equal(Person, Cipher.Open<IdentityDetails>(SealKinds.Identity, Record, Cipher.Seal(SealKinds.Identity, Record, Person)));

    [Fact]
    public void An_identity_sealed_before_it_grew_opens_with_nothing_in_what_came_later()
    {
        // As the version before wrote it.
        var old = new { Name = "Zarmeena", FatherName = "Gulfraz زرمینہ", IdNumber = "9000012345671", Phone = (string?)null, IsEmpty = false };

        var opened = Cipher.Open<IdentityDetails>(SealKinds.Identity, Record, Cipher.Seal(SealKinds.Identity, Record, old));

        Assert.Equal(Person, opened);
        Assert.Null(opened.Papers);
        Assert.Null(opened.Contact);
    }

    [Fact]
    public void What_an_identity_holds_now_comes_back_whole()
    {
        var whole = Person with
        {
            HusbandName = "Sajid",
            BirthDate = new DateOnly(2001, 2, 3),
            Papers = [new IdentityPaper("CNIC", "9000012345671", "PK", true, false)],
            Contact = new SafeContact([new ContactRule(ContactChannel.Sms, true, "after nine")], "evenings", "almond", true, false)
        };

        var opened = Cipher.Open<IdentityDetails>(SealKinds.Identity, Record, Cipher.Seal(SealKinds.Identity, Record, whole));

        Assert.Equal(whole.Papers, opened.Papers);
        Assert.Equal(whole.Contact.Rules, opened.Contact!.Rules);
        Assert.Equal((whole.HusbandName, whole.BirthDate, "almond", true), (opened.HusbandName, opened.BirthDate, opened.Contact.CodeWord, opened.PapersHeldByTrafficker));
    }

    [Fact]
    public void The_same_value_never_seals_to_the_same_bytes() =>
        Assert.NotEqual(Cipher.Seal(SealKinds.Identity, Record, Person), Cipher.Seal(SealKinds.Identity, Record, Person));

    [Fact]
    public void A_seal_shows_none_of_what_it_holds()
    {
        var shown = Convert.ToHexString(Cipher.Seal(SealKinds.Identity, Record, Person));

        Assert.DoesNotContain(Convert.ToHexString("Zarmeena"u8), shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString("9000012345671"u8), shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seal_moved_to_another_record_or_kind_does_not_open()
    {
        var bytes = Cipher.Seal(SealKinds.Identity, Record, Person);

        DoesNotOpen(Cipher, SealKinds.Identity, Guid.NewGuid(), bytes);
        foreach (var kind in new[] { SealKinds.Narrative, SealKinds.Disclosure, SealKinds.Arrival })
            DoesNotOpen(Cipher, kind, Record, bytes);
    }

    [Fact]
    public void A_seal_with_any_byte_flipped_does_not_open()
    {
        var bytes = Cipher.Seal(SealKinds.Identity, Record, Person);
        for (var i = 0; i < bytes.Length; i++)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[i] ^= 1;
            DoesNotOpen(Cipher, SealKinds.Identity, Record, flipped);
        }
    }

    [Fact]
    public void A_seal_cut_short_or_lengthened_does_not_open()
    {
        var bytes = Cipher.Seal(SealKinds.Identity, Record, Person);
        for (var length = 0; length < bytes.Length; length++)
            DoesNotOpen(Cipher, SealKinds.Identity, Record, bytes[..length]);
        DoesNotOpen(Cipher, SealKinds.Identity, Record, [.. bytes, 0]);
    }

    [Fact]
    public void Another_master_key_does_not_open_it() => DoesNotOpen(
        new RecordCipher(new MasterKeys(RandomNumberGenerator.GetBytes(MasterKeys.KeyLength))),
        SealKinds.Identity, Record, Cipher.Seal(SealKinds.Identity, Record, Person));

    [Fact]
    public void A_key_wrapped_for_one_record_does_not_open_another_even_under_the_same_id_of_key()
    {
        var one = Cipher.Seal(SealKinds.Identity, Record, Person);
        var other = Cipher.Seal(SealKinds.Identity, Guid.NewGuid(), Person);

        // The header with its wrapped key from the one, the content from the other.
        DoesNotOpen(Cipher, SealKinds.Identity, Record, [.. other[..65], .. one[65..]]);
        DoesNotOpen(Cipher, SealKinds.Identity, Record, [.. one[..65], .. other[65..]]);
    }

    [Fact]
    public void After_a_change_of_keys_the_earlier_one_still_opens_and_the_new_one_seals()
    {
        var bytes = Cipher.Seal(SealKinds.Identity, Record, Person);
        var newKey = RandomNumberGenerator.GetBytes(MasterKeys.KeyLength);
        var changed = new RecordCipher(new MasterKeys(newKey, Key));

        Assert.Equal(Person, changed.Open<IdentityDetails>(SealKinds.Identity, Record, bytes));
        var renewed = changed.Seal(SealKinds.Identity, Record, Person);
        Assert.Equal(Person, new RecordCipher(new MasterKeys(newKey)).Open<IdentityDetails>(SealKinds.Identity, Record, renewed));
        DoesNotOpen(Cipher, SealKinds.Identity, Record, renewed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused(int length) => Assert.Throws<MasterKeyException>(() => new MasterKeys(new byte[length]));

    private static void DoesNotOpen(RecordCipher cipher, string kind, Guid id, byte[] bytes)
    {
        var refused = Assert.Throws<CryptographicException>(() => cipher.Open<IdentityDetails>(kind, id, bytes));
        Assert.Equal(OneError, refused.Message);
        Assert.Null(refused.InnerException);
    }
}
