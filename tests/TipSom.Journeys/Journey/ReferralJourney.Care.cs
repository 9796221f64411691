using TipSom.Data.Queries;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;
using TipSom.Web.Localisation;

namespace TipSom.Journeys.Journey;

public sealed partial class ReferralJourney
{
    /// <summary>Step 5: the provider reads what was promised, says when the person can come, and only then reads who she is.</summary>
    public async Task AcceptAsync(string number)
    {
        await caseworker.GoAsync("/");
        await caseworker.FollowAsync("Inbox");
        await caseworker.SeesTextAsync(number);
        await caseworker.SeesNoIdentityAsync();
        await caseworker.PressAsync("Open the referral", number);
        Assert.Equal(promised, await caseworker.ReadAsync("section.card dl"));
        await caseworker.SeesNoIdentityAsync();
        await caseworker.GoAsync($"/referrals/{number}/identity");
        Assert.Equal(0, await caseworker.CountAsync("form[method=post]"));
        await caseworker.SeesNoIdentityAsync();

        await officer.GoAsync($"/referrals/{number}");
        await officer.SeesAsync(ReferralLabels.Of(ReferralStatus.Seen));
        Assert.Contains(officer.Say("Seen"), await officer.ReadAsync(".timeline"), StringComparison.Ordinal);

        await caseworker.GoAsync($"/referrals/{number}");
        await caseworker.FollowAsync("Accept");
        await caseworker.ChooseAsync("When can the person come?", "Tomorrow");
        await caseworker.WriteAsync("Time", "21:30");
        await caseworker.WriteAsync("Who meets the person?", "Bano");
        await caseworker.WriteAsync("Telephone of who meets the person", "0300-5555555");
        await caseworker.ChooseAsync("Where?", ReferralLabels.Of(ArrivalPlace.ProvidersPlace));
        await caseworker.WriteAsync("Address or directions", "The green gate");
        await caseworker.PressAsync("Accept");
        await caseworker.SeesAsync(ReferralLabels.Of(ReferralStatus.Accepted));
        await caseworker.SeesNoIdentityAsync();

        await caseworker.FollowAsync("Open the identity");
        await caseworker.SeesNoIdentityAsync();
        await caseworker.PressAsync("Show who the person is");
        await caseworker.SeesTextAsync(World.KnownIdentity.Name!);
        await caseworker.SeesTextAsync("90000-1234567-1");
        Assert.DoesNotContain("Narrativecanary", await caseworker.ReadAsync(), StringComparison.Ordinal);
    }

    /// <summary>Step 5, the other answer: it is in the officer's queue at once.</summary>
    public async Task DeclineAsync(string number)
    {
        await caseworker.GoAsync("/inbox");
        await caseworker.PressAsync("Open the referral", number);
        await caseworker.FollowAsync("Decline");
        await caseworker.ChooseAsync("Why?", ReferralLabels.Of(DeclineReason.NoPlace));
        await caseworker.PressAsync("Decline");
        await caseworker.SeesAsync(ReferralLabels.Of(ReferralStatus.Declined));

        await officer.GoAsync("/");
        await officer.PressBeginningAsync("Declined: choose another provider");
        await officer.SeesAsync("Choose a provider");
        await officer.GoAsync($"/referrals/{number}");
        await officer.SeesAsync(ReferralLabels.Of(DeclineReason.NoPlace));
    }

    /// <summary>Step 6: the code of the officer's slip proves the arrival; then care ends with an outcome.</summary>
    public async Task ArriveAndCloseAsync(string number)
    {
        await officer.GoAsync($"/referrals/{number}");
        await officer.FollowAsync("Print the arrival slip");
        await officer.SeesNoIdentityAsync();
        var code = await officer.ReadAsync(".code bdi");

        await caseworker.GoAsync("/inbox");
        await caseworker.PressAsync("Confirm the arrival", number);
        await caseworker.WriteAsync("One-time code", code[0] == '0' ? "10000000" : "00000000");
        await caseworker.PressAsync("Confirm the arrival");
        Assert.Equal(1, await caseworker.CountAsync(".error-summary"));
        await caseworker.WriteAsync("One-time code", code);
        await caseworker.PressAsync("Confirm the arrival");
        await caseworker.SeesAsync(ReferralLabels.Of(ReferralStatus.InCare));

        await caseworker.FollowAsync("Close with an outcome");
        await caseworker.ChooseAsync("How did care end?", ReferralLabels.Of(ReferralOutcome.SupportCompleted));
        await caseworker.TickAsync("Care under this referral has ended.");
        await caseworker.PressAsync("Close the referral");
        await caseworker.SeesAsync(ReferralLabels.Of(ReferralStatus.Closed));
    }

    /// <summary>Step 7: how many, how old, what is overdue, and which; and nobody's name.</summary>
    public async Task LookAtTheBoardAsync(string accepted, string declined)
    {
        await coordinator.GoAsync("/");
        await coordinator.FollowAsync("Referral board");
        foreach (var stage in (BoardStage[])[BoardStage.NotArrived, BoardStage.NotSentAgain])
            Assert.Equal("1 0 0 0 0 1", (await coordinator.ReadAsync($"tbody tr:has(a[href*='stage={stage}'])"))[^13..^2]);
        Assert.Contains(coordinator.Say("past their deadline"), await coordinator.ReadAsync(".tiles"), StringComparison.Ordinal);

        await coordinator.FollowTextAsync(coordinator.Say("open referrals and needs"));
        await coordinator.SeesTextAsync(accepted);
        await coordinator.FollowTextAsync(declined);
        await coordinator.SeesAsync(ReferralLabels.Of(DeclineReason.NoPlace));
        await coordinator.SeesAsync("Timeline");
    }

    /// <summary>Step 8: every step with who and when, the same on both sides.</summary>
    public async Task ReadTheTimelineAsync(string number)
    {
        (ReferralVerb? Step, string Who)[] steps =
        [
            (ReferralVerb.Close, caseworker.User.DisplayName), (ReferralVerb.ConfirmArrival, caseworker.User.DisplayName),
            (ReferralVerb.Accept, caseworker.User.DisplayName), (ReferralVerb.Open, caseworker.User.DisplayName),
            (null, officer.User.DisplayName)
        ];
        foreach (var reader in (Browsing.Person[])[officer, caseworker])
        {
            await reader.GoAsync($"/referrals/{number}");
            var events = await reader.ReadAllAsync(".timeline > li");
            Assert.Equal(steps.Length, events.Count);
            foreach (var ((step, who), text) in steps.Zip(events))
            {
                Assert.StartsWith(reader.Say(ReferralLabels.OfStep(step)), text, StringComparison.Ordinal);
                Assert.Contains(who, text, StringComparison.Ordinal);
            }

            Assert.Equal(steps.Length, await reader.CountAsync(".timeline > li time[datetime]"));
        }
    }
}
