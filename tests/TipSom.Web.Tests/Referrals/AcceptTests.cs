using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

public sealed class AcceptTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    [Fact]
    public async Task One_decides_with_the_facts_in_view_and_without_the_identity()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Seen);

        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/accept");

        Assert.Contains("27 years", page.MainText());
        Assert.Contains("Please bring a blanket.", page.MainText());
        Assert.DoesNotContain("canary", page.Source.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Accepting_keeps_when_who_and_where()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Seen);
        var tomorrow = PakistanTime.DayOf(DateTimeOffset.UtcNow).AddDays(1);

        var answer = await at.Caseworker.SubmitAsync(
            await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/accept"), null,
            [.. ReceivingPortal.Acceptance.Where(f => f.Name != "Input.When" && f.Name != "Input.Phone"),
                ("Input.When", "Tomorrow"), ("Input.Time", "۰۹:۳۰"), ("Input.Phone", "۰۴۲-۵۵۵۵۵۵۵")]);

        Assert.Equal($"/referrals/{referral.Number}", ReceivingPortal.Place(answer));
        var now = await at.NowAsync(referral);
        Assert.Equal(ReferralStatus.Accepted, now.Status);
        Assert.Equal(new DateTimeOffset(tomorrow.ToDateTime(new TimeOnly(9, 30)), TimeSpan.FromHours(5)), now.ArrivalExpectedAt);
        var (place, details) = await at.World.AsAsync(at.Police.Officer, async (scope, db) =>
        {
            var kept = await db.ArrivalArrangements.SingleAsync(a => a.ReferralId == referral.Id);
            return (kept.Place, scope.GetRequiredService<RecordCipher>().Open<ArrivalDetails>(SealKinds.Arrival, referral.Id, kept.SealedDetails));
        });
        Assert.Equal(ArrivalPlace.ProvidersPlace, place);
        Assert.Equal(("Bano Doorcanary", "042-5555555", "Lanecanary 7"), (details.MeetsWho, details.Phone, details.Directions));
    }

    [Fact]
    public async Task Now_means_within_the_hour()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Seen);

        await at.Caseworker.SubmitAsync(await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/accept"), null, ReceivingPortal.Acceptance);

        var arrival = (await at.NowAsync(referral)).ArrivalExpectedAt!.Value;
        Assert.InRange(arrival - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(58), TimeSpan.FromMinutes(60));
    }

    [Theory]
    [InlineData("Input.When", "", "Choose when the person can come.")]
    [InlineData("Input.MeetsWho", " ", "Write who meets the person.")]
    [InlineData("Input.Phone", "", "Write a telephone number to reach who meets the person.")]
    [InlineData("Input.Phone", "ask Bano", "Write a telephone number, like 0300-1234567.")]
    [InlineData("Input.Place", "", "Choose where you meet.")]
    [InlineData("Input.When", "Tomorrow", "Write the time, like 21:30.")]
    [InlineData("Input.When", "Other", "Choose the day.")]
    public async Task What_is_missing_is_said_at_its_question(string field, string value, string sentence)
    {
        var referral = await at.ReferralAsync(ReferralStatus.Seen);

        var page = await RefillAsync(referral, [.. ReceivingPortal.Acceptance.Where(f => f.Name != field), (field, value)]);

        Assert.Contains(sentence, page.QuerySelector("main form")!.TextContent);
        Assert.Contains(sentence, page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal(ReferralStatus.Seen, (await at.NowAsync(referral)).Status);
    }

    [Theory]
    [InlineData("Today", "", "00:00", "This time has passed. Choose a time to come.")]
    [InlineData("Other", "2020-01-01", "10:00", "This day has passed. Choose a day to come.")]
    [InlineData("Other", "0001-01-01", "00:00", "This day has passed. Choose a day to come.")]
    public async Task A_time_that_has_passed_is_said_at_the_field_and_what_was_typed_stays(string when, string day, string time, string sentence)
    {
        var referral = await at.ReferralAsync(ReferralStatus.Seen);

        var page = await RefillAsync(referral,
            [.. ReceivingPortal.Acceptance.Where(f => f.Name != "Input.When"), ("Input.When", when), ("Input.Day", day), ("Input.Time", time)]);

        Assert.Contains(sentence, page.QuerySelector("main form")!.TextContent);
        Assert.Equal("Bano Doorcanary", page.QuerySelector("#Input_MeetsWho")!.GetAttribute("value"));
        Assert.Equal(time, page.QuerySelector("#Input_Time")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_meeting_point_needs_directions()
    {
        var referral = await at.ReferralAsync(ReferralStatus.Seen);

        var page = await RefillAsync(referral,
            [.. ReceivingPortal.Acceptance.Where(f => f.Name is not ("Input.Place" or "Input.Directions")), ("Input.Place", "MeetingPoint"), ("Input.Directions", "")]);

        Assert.Contains("Write where the meeting point is.", page.MainText());
    }

    [Fact]
    public async Task An_agreement_that_ended_meanwhile_is_refused_with_what_was_typed_kept()
    {
        var force = await at.World.PoliceAsync();
        var agreement = await at.World.AgreementAsync(force, at.Shelter);
        var referral = await at.World.SentReferralAsync(force, at.Shelter);
        await at.World.OpenAsync(at.Shelter.Caseworker, referral);
        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/accept");
        await using (var db = new TipSomDbContext(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(at.Database.OwnerConnectionString).Options))
            await db.Database.ExecuteSqlAsync(
                $"update casework.agreements set in_force_to = current_date - 1 where id = {agreement.Id}", TestContext.Current.CancellationToken);

        var answer = await at.Caseworker.SubmitAsync(page, null, ReceivingPortal.Acceptance);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var shown = await answer.HtmlAsync();
        Assert.NotNull(shown.QuerySelector(".error-summary"));
        Assert.Equal("Bano Doorcanary", shown.QuerySelector("#Input_MeetsWho")!.GetAttribute("value"));
        Assert.Contains("Please bring a blanket.", shown.MainText());
    }

    [Theory]
    [InlineData(ReferralStatus.Sent, "Open it first.")]
    [InlineData(ReferralStatus.Declined, "This referral was already declined.")]
    public async Task Where_it_cannot_be_accepted_the_page_says_why_and_asks_nothing(ReferralStatus status, string why)
    {
        var referral = await at.ReferralAsync(status);

        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/accept");

        Assert.Contains(why, page.MainText());
        Assert.Null(page.QuerySelector("main form"));
        Assert.DoesNotContain("blanket", page.MainText());
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> RefillAsync(Referral referral, (string, string)[] fields)
    {
        var answer = await at.Caseworker.SubmitAsync(await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/accept"), null, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.HtmlAsync();
    }
}
