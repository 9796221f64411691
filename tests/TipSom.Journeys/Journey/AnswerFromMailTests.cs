using TipSom.Domain.Referrals;
using TipSom.Journeys.Browsing;
using TipSom.TestSupport;
using TipSom.Web.Localisation;

namespace TipSom.Journeys.Journey;

/// <summary>From the link in a mail to the answer, on a telephone without JavaScript: three pages, four taps, 30 KB in all.</summary>
public sealed class AnswerFromMailTests(TestDatabase database, Chromium chromium, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    private const int MostPages = 3, MostTaps = 4, MostBytes = 30 * 1024;

    [Theory]
    [InlineData(Look.English)]
    [InlineData(Look.Urdu)]
    public async Task A_referral_is_accepted_for_now(string culture) => await RunAsync(culture, "accepted", async (person, tap) =>
    {
        await tap(() => person.PressAsync("Accept: the person can come now"));
        await person.SeesAsync(ReferralLabels.Of(ReferralStatus.Accepted));
    });

    [Theory]
    [InlineData(Look.English)]
    [InlineData(Look.Urdu)]
    public async Task A_referral_is_declined_with_its_reason(string culture) => await RunAsync(culture, "declined", async (person, tap) =>
    {
        await tap(() => person.ChooseAsync("Why?", ReferralLabels.Of(DeclineReason.NoPlace)));
        await tap(() => person.PressAsync("Decline"));
        await person.SeesAsync(ReferralLabels.Of(ReferralStatus.Declined));
    });

    private async Task RunAsync(string culture, string answer, Func<Person, Func<Func<Task>, Task>, Task> answerIt)
    {
        await using var world = new World(database);
        await using var site = new Site(database);
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var referral = await world.SentReferralAsync(police, shelter);
        await using var window = await chromium.OpenAsync(site, new Look(culture, Look.Phone, Script: false));
        var caseworker = new Person(window, shelter.Caseworker, new Pointer());
        await caseworker.SignInAsync();
        var (taps, bytes) = (0, 0.0);
        var devtools = await window.Context.NewCDPSessionAsync(window.Page);
        devtools.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        await devtools.SendAsync("Network.enable");
        caseworker.Pages = 0;

        await TapAsync(() => caseworker.GoAsync($"/referrals/{referral.Number}"));
        await TapAsync(() => caseworker.PressAsync("Open the referral"));
        // The facts are in view where the answer is given.
        await caseworker.SeesAsync("What you may know");
        await answerIt(caseworker, TapAsync);

        output.WriteLine($"{answer}, {culture}: {caseworker.Pages} pages, {taps} taps, {bytes:0} bytes");
        Assert.InRange(caseworker.Pages, 2, MostPages);
        Assert.InRange(taps, 2, MostTaps);
        Assert.InRange(bytes, 1024, MostBytes);
        Assert.Empty(window.Complaints);

        Task TapAsync(Func<Task> act)
        {
            taps++;
            return act();
        }
    }
}
