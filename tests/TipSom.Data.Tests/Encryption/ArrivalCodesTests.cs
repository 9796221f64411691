using TipSom.Data.Encryption;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Encryption;

public sealed class ArrivalCodesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly ArrivalCodes Codes = new(TestKeys.Purposes);

    [Fact]
    public async Task The_code_on_the_slip_is_right_however_it_is_grouped_and_any_other_is_wrong()
    {
        var referral = await AcceptedAsync();
        var code = Codes.For(referral);

        Assert.Matches("^[0-9]{8}$", code);
        Assert.Equal(code, Codes.For(referral));
        foreach (var typed in new[] { code, $"{code[..4]} {code[4..]}", $"{code[..2]}-{code[2..4]}-{code[4..]}", $" {code} " })
            Assert.True(Codes.IsRight(referral, typed), typed);
        var last = code[^1] == '9' ? '0' : (char)(code[^1] + 1);
        foreach (var typed in new[] { "", code[..7], code + "0", "0" + code, code[..7] + last, new string([.. code.Reverse()]) + "x", "00000000x" })
            Assert.False(Codes.IsRight(referral, typed), typed);
    }

    [Fact]
    public async Task A_new_slip_another_referral_and_another_key_have_another_code()
    {
        var referral = await AcceptedAsync();
        var before = Codes.For(referral);

        Assert.NotEqual(before, Codes.For(await AcceptedAsync()));
        Assert.NotEqual(before, new ArrivalCodes(TestKeys.OtherPurposes).For(referral));
        referral.RenewArrivalSlip();
        Assert.False(Codes.IsRight(referral, before));
        Assert.True(Codes.IsRight(referral, Codes.For(referral)));
    }

    private async Task<Referral> AcceptedAsync()
    {
        await using var world = new World(database);
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var referral = await world.SentReferralAsync(police, shelter);
        await world.OpenAsync(shelter.Caseworker, referral);
        return await world.AcceptAsync(shelter.Caseworker, referral);
    }
}
