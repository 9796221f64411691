using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Referrals;
using TipSom.Journeys.Browsing;
using TipSom.TestSupport;
using TipSom.Web.Localisation;

namespace TipSom.Journeys.Journey;

/// <summary>What happens to a referral that does not go straight, as the people on it walk it.</summary>
public sealed class SideRoadTests(TestDatabase database, Chromium chromium) : IClassFixture<TestDatabase>
{
    public static TheoryData<string> Cultures => [Look.English, Look.Urdu];

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Declined_reviewed_and_accepted_elsewhere(string culture)
    {
        await using var road = await SideRoad.BeginAsync(database, chromium, culture);
        var declined = (await road.World.SentReferralAsync(road.Police, road.First)).Number;
        var (officer, desk, refusing) = (await road.AsAsync(road.Police.Officer), await road.AsAsync(road.Desk), await road.AsAsync(road.First.Caseworker));

        await refusing.GoAsync("/inbox");
        await refusing.PressAsync("Open the referral", declined);
        await refusing.FollowAsync("Decline");
        await refusing.ChooseAsync("Why?", ReferralLabels.Of(DeclineReason.NoPlace));
        await refusing.PressAsync("Decline");

        await desk.GoAsync("/");
        await desk.PressAsync("Review the decline", declined);
        await desk.SeesAsync(ReferralLabels.Of(DeclineReason.NoPlace));
        await desk.ChooseValueAsync("Input.Verdict", nameof(ReferralVerb.ConfirmDecline));
        await desk.PressAsync("Save the review");
        await desk.SeesAsync(ReferralLabels.Of(ReferralStatus.DeclineConfirmed));

        await officer.GoAsync("/");
        await officer.SeesAsync("The national desk looks for a place");
        await officer.GoAsync($"/referrals/{declined}");
        await officer.FollowAsync("Choose another provider");
        await officer.ChooseValueAsync("to", road.Second.Service.Id.ToString());
        await officer.PressAsync("Continue");
        var next = await road.SendAsync(officer, road.Second);
        await officer.SeesTextAsync(declined);

        var taking = await road.AcceptAsync(road.Second, next);
        await taking.SeesAsync(ReferralLabels.Of(ReferralStatus.Accepted));
        await officer.GoAsync($"/referrals/{declined}");
        await officer.SeesAsync(ReferralLabels.Of(ReferralStatus.Rerouted));
        await officer.FollowTextAsync(next);
        await officer.SeesAsync(ReferralLabels.Of(ReferralStatus.Accepted));
        await refusing.GoAsync($"/referrals/{declined}");
        await refusing.SeesAsync(ReferralLabels.Of(ReferralStatus.Rerouted));
        Assert.DoesNotContain(next, await refusing.ReadAsync(), StringComparison.Ordinal);
        road.End();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Three_are_asked_at_once_and_the_first_to_accept_takes_the_person(string culture)
    {
        await using var road = await SideRoad.BeginAsync(database, chromium, culture);
        var third = await road.World.ProviderAsync();
        await road.World.AgreementAsync(road.Police, third);
        Provider[] asked = [road.First, road.Second, third];
        var @case = await road.ReadyAsync();
        var officer = await road.AsAsync(road.Police.Officer);

        await officer.GoAsync(SideRoad.ChooseUrl(@case));
        foreach (var provider in asked)
            await officer.ChooseValueAsync("to", provider.Service.Id.ToString());
        await officer.PressAsync("Continue");
        await officer.SeesAsync("All of them are asked at once. The first that accepts takes the person; the others are told that it is no longer needed.");
        await road.SendAsync(officer, asked);
        var numbers = await road.World.AsAsync(road.Police.Officer, (_, db) => db.Referrals.Where(r => r.CaseId == @case.Id).ToDictionaryAsync(r => r.ToAgencyId, r => r.Number));

        var slow = await road.AsAsync(road.Second.Caseworker);
        await slow.GoAsync("/inbox");
        await slow.PressAsync("Open the referral", numbers[road.Second.Agency.Id]);
        await (await road.AcceptAsync(road.First, numbers[road.First.Agency.Id])).SeesAsync(ReferralLabels.Of(ReferralStatus.Accepted));
        await slow.PressAsync("Accept: the person can come now");
        await slow.SeesAsync(ReferralLifecycle.Refusal(ReferralStatus.Withdrawn));
        await slow.FollowAsync("Look at the referral as it stands now");
        await slow.SeesAsync("Another provider accepted first.");
        await officer.GoAsync($"/referrals/{numbers[third.Agency.Id]}");
        await officer.SeesAsync("Another provider accepted first.");
        road.End();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Asked_and_told(string culture)
    {
        await using var road = await SideRoad.BeginAsync(database, chromium, culture);
        var number = (await road.World.SentReferralAsync(road.Police, road.First)).Number;
        var (officer, caseworker) = (await road.AsAsync(road.Police.Officer), await road.AsAsync(road.First.Caseworker));

        await caseworker.GoAsync("/");
        await caseworker.PressBeginningAsync("Open and answer");
        await caseworker.PressAsync("Open the referral");
        await caseworker.FollowAsync("Ask for information");
        await caseworker.WriteAsync("What do you need to know?", "Does she walk?");
        await caseworker.PressAsync("Ask the sender");
        await caseworker.SeesAsync("It is the sender's turn");

        await officer.GoAsync("/");
        await officer.PressBeginningAsync("Asked: give the information");
        await officer.SeesTextAsync("Does she walk?");
        await officer.WriteAsync("Your answer", "She walks with a stick.");
        await officer.PressAsync("Send the answer");
        await officer.SeesAsync("It is the provider's turn");

        await caseworker.GoAsync($"/referrals/{number}");
        await caseworker.SeesAsync("{0} not read", 1);
        await caseworker.GoAsync($"/referrals/{number}/messages");
        await caseworker.SeesTextAsync("She walks with a stick.");
        await (await road.AcceptAsync(road.First, number)).SeesAsync(ReferralLabels.Of(ReferralStatus.Accepted));
        road.End();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Nobody_fits_and_the_national_desk_finds_the_place(string culture)
    {
        await using var road = await SideRoad.BeginAsync(database, chromium, culture, freePlaces: 0);
        var @case = await road.ReadyAsync();
        var (officer, desk) = (await road.AsAsync(road.Police.Officer), await road.AsAsync(road.Desk));

        await officer.GoAsync("/");
        await officer.PressBeginningAsync("Choose a provider");
        await officer.SeesAsync("No provider fits now.");
        await officer.PressAsync("Ask the national desk to place the person");
        await officer.SeesAsync("The national desk looks for a place.");

        await desk.GoAsync("/");
        await desk.PressBeginningAsync("Find a place");
        await desk.ChooseValueAsync("Input.ServiceId", road.Second.Service.Id.ToString());
        await desk.WriteAsync("Note to the sender", "Ask for the warden.");
        await desk.PressAsync("Name this provider");

        await officer.GoAsync("/");
        await officer.PressBeginningAsync("The national desk found a place: send");
        await officer.SeesAsync("The national desk has spoken to this provider.");
        await officer.SeesTextAsync("Ask for the warden.");
        var number = await road.SendAsync(officer, road.Second);
        await (await road.AcceptAsync(road.Second, number)).SeesAsync(ReferralLabels.Of(ReferralStatus.Accepted));
        Assert.DoesNotContain(@case.Number, await desk.ReadAsync(), StringComparison.Ordinal);
        road.End();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task An_agreement_that_ends_on_the_way_is_told_to_both_and_stops_the_acceptance(string culture)
    {
        await using var road = await SideRoad.BeginAsync(database, chromium, culture, bound: false);
        var agreement = await road.World.AgreementAsync(road.Police, road.First);
        var number = (await road.World.SentReferralAsync(road.Police, road.First)).Number;
        var caseworker = await road.AsAsync(road.First.Caseworker);
        await caseworker.GoAsync($"/referrals/{number}");
        await caseworker.PressAsync("Open the referral");
        var yesterday = PakistanTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(-1);
        var administrator = await road.World.AdministratorAsync(road.Police);
        await road.World.ChangeAsync(administrator, agreement, a => a.End(yesterday, "The shelter closed.", World.ActorOf(administrator), TimeProvider.System.GetUtcNow()));

        await caseworker.PressAsync("Accept: the person can come now");
        Assert.Equal(1, await caseworker.CountAsync(".error-summary"));
        await caseworker.SeesAsync("The agreement with this provider has ended.");
        foreach (var reader in (Person[])[caseworker, await road.AsAsync(road.Police.Officer)])
        {
            await reader.GoAsync($"/referrals/{number}");
            await reader.SeesAsync("The agreement it rests on is no longer in force");
            await reader.SeesAsync(ReferralLabels.Of(ReferralStatus.Seen));
        }

        road.End();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Life_in_danger_and_no_agreement(string culture)
    {
        const string why = "He waits outside with a gun.";
        await using var road = await SideRoad.BeginAsync(database, chromium, culture, bound: false);
        var @case = await road.ReadyAsync();
        var (supervisor, desk) = (await road.AsAsync(road.Police.Supervisor), await road.AsAsync(road.Desk));

        await supervisor.GoAsync(SideRoad.ChooseUrl(@case));
        await supervisor.SeesAsync("In danger to life");
        await supervisor.FollowBySelectorAsync($"a[href*='to={road.First.Service.Id}']");
        await supervisor.WriteAsync("Why is life in danger?", why);
        var number = await road.SendAsync(supervisor, road.First);
        await supervisor.SeesAsync("The national desk has not reviewed it yet.");

        await desk.GoAsync("/");
        await desk.PressAsync("Review the override", number);
        await desk.SeesTextAsync(why);
        await desk.ChooseValueAsync("Input.IsUpheld", "true");
        await desk.PressAsync("Save the review");

        var caseworker = await road.AcceptAsync(road.First, number);
        await caseworker.SeesAsync(ReferralLabels.Of(ReferralStatus.Accepted));
        foreach (var reader in (Person[])[supervisor, desk, caseworker])
        {
            await reader.GoAsync($"/referrals/{number}");
            await reader.SeesAsync("The national desk reviewed it and found it right.");
        }

        road.End();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Consent_is_withdrawn_wherever_the_referral_stands(string culture)
    {
        await using var road = await SideRoad.BeginAsync(database, chromium, culture);
        var (officer, caseworker) = (await road.AsAsync(road.Police.Officer), await road.AsAsync(road.First.Caseworker));
        foreach (var status in Enum.GetValues<ReferralStatus>().Where(s => s.IsLive()))
        {
            var referral = await road.World.ReferralAsync(status, road.Police, road.First);
            var goesOn = status == ReferralStatus.InCare;

            await officer.GoAsync($"/referrals/{referral.Number}");
            await officer.FollowBySelectorAsync("dd a[href^='/cases/']");
            await officer.FollowAsync("Withdraw consent");
            await officer.SeesAsync(goesOn ? "Care already begun goes on:" : "This referral is taken back:");
            await officer.SeesTextAsync(referral.Number);
            await officer.PressAsync("Withdraw consent");

            await caseworker.GoAsync($"/referrals/{referral.Number}");
            await caseworker.SeesAsync(goesOn ? "The person's data are no longer shared with you." : "The sender withdrew this referral.");
            Assert.DoesNotContain("blanket", await caseworker.ReadAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain(caseworker.Say(ReferralLabels.Of(WithdrawReason.ConsentWithdrawn)), await caseworker.ReadAsync(), StringComparison.Ordinal);
            await caseworker.GoAsync($"/referrals/{referral.Number}/identity");
            Assert.Equal(0, await caseworker.CountAsync("form[method=post]"));
            await caseworker.SeesNoIdentityAsync();
        }

        road.End();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Nobody_came_at_the_time_agreed(string culture)
    {
        await using var road = await SideRoad.BeginAsync(database, chromium, culture);
        var referral = await road.World.ReferralAsync(ReferralStatus.Accepted, road.Police, road.First);
        await road.World.LetTheArrivalPassAsync(referral);
        var (officer, caseworker) = (await road.AsAsync(road.Police.Officer), await road.AsAsync(road.First.Caseworker));

        await caseworker.GoAsync($"/referrals/{referral.Number}");
        await caseworker.FollowAsync("The person did not arrive");
        await caseworker.TickAsync("The person did not arrive, and nobody who brings the person can be reached.");
        await caseworker.PressAsync("Report it");
        await caseworker.SeesAsync(ReferralLabels.Of(ReferralOutcome.DidNotArrive));

        await officer.GoAsync("/");
        await officer.PressBeginningAsync("Did not arrive: find the person");
        await officer.SeesAsync("Providers that fit");
        await officer.ChooseValueAsync("to", road.Second.Service.Id.ToString());
        await officer.PressAsync("Continue");
        await road.SendAsync(officer, road.Second);
        road.End();
    }
}
