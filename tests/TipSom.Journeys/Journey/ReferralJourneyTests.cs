using TipSom.Journeys.Browsing;
using TipSom.TestSupport;

namespace TipSom.Journeys.Journey;

/// <summary>The main job end to end, in each of the ways people work.</summary>
public abstract class ReferralJourneyRun(PostgresServer server, Chromium chromium)
{
    protected async Task RunAsync(Look look, Func<Window, Hands> handsFor)
    {
        var database = new TestDatabase(server);
        await database.InitializeAsync();
        await using var world = new World(database);
        await using var site = new Site(database);
        var desk = await world.CoordinatorAsync();
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var mens = await world.ProviderAsync([Domain.Victims.VictimGroup.Men]);
        await world.AgreementAsync(police, mens, terms => terms with { InForceFrom = terms.InForceFrom.AddDays(-400), InForceTo = terms.InForceFrom });

        await using var station = await chromium.OpenAsync(site, look);
        await using var phone = await chromium.OpenAsync(site, look with { Width = Look.Phone });
        await using var office = await chromium.OpenAsync(site, look);
        var officer = new Person(station, police.Officer, handsFor(station));
        var caseworker = new Person(phone, shelter.Caseworker, handsFor(phone));
        var coordinator = new Person(office, desk, handsFor(office)) { MayReadNobody = true };
        foreach (var person in (Person[])[officer, caseworker, coordinator])
            await person.SignInAsync();

        var journey = new ReferralJourney(officer, caseworker, coordinator, shelter);
        var child = await journey.SendChildAsync();
        await journey.AcceptAsync(child);
        var adult = await journey.SendAdultAsync();
        await journey.DeclineAsync(adult);
        await journey.LookAtTheBoardAsync(child, adult);
        await journey.ArriveAndCloseAsync(child);
        await journey.ReadTheTimelineAsync(child);

        foreach (var window in (Window[])[station, phone, office])
        {
            Assert.Empty(window.Complaints);
            Assert.All(window.Addresses, address => Assert.StartsWith(site.Address, address, StringComparison.Ordinal));
            Secrets.AssertNotIn(window.Addresses.Select(Uri.UnescapeDataString));
            Secrets.AssertNotIn(window.Titles);
        }

        Secrets.AssertNotIn(site.Log.Lines);
        await database.DisposeAsync();
    }
}

public sealed class ReferralJourneyTests(PostgresServer server, Chromium chromium) : ReferralJourneyRun(server, chromium)
{
    [Fact]
    public Task A_victim_is_referred_in_English() => RunAsync(new Look(), _ => new Pointer());

    [Fact]
    public Task A_victim_is_referred_in_Urdu() => RunAsync(new Look(Look.Urdu), _ => new Pointer());

    [Fact]
    public Task A_victim_is_referred_without_JavaScript() => RunAsync(new Look(Script: false), _ => new Pointer());
}

public sealed class KeyboardJourneyTests(PostgresServer server, Chromium chromium) : ReferralJourneyRun(server, chromium)
{
    [Fact]
    public Task A_victim_is_referred_by_keyboard_alone() => RunAsync(new Look(), window => new Keys(window.Page));
}
