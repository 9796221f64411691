using System.Globalization;
using System.Net;
using TipSom.Data;
using TipSom.Domain.Care;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;
using TipSom.Web.Tests.Referrals;

namespace TipSom.Web.Tests.Care;

/// <summary>Care as it is recorded on one page and read on the other.</summary>
public sealed class EntriesTests(ReceivingPortal at) : IClassFixture<ReceivingPortal>
{
    private static string Today => PakistanTime.DayOf(TimeProvider.System.GetUtcNow()).ToString("O", CultureInfo.InvariantCulture);

    [Fact]
    public async Task What_is_recorded_on_one_line_stands_in_the_list()
    {
        var referral = await at.ReferralAsync(ReferralStatus.InCare);

        var list = await at.Caseworker.FollowAsync(await RecordAsync(
            referral, ("Input.Day", Today), ("Input.Service", "LegalAid"), ("Input.Hours", "1.5"), ("Input.Times", "۲"), ("Input.Note", "Went to the court.")));

        Assert.Contains("Legal aid", list.QuerySelector("tbody")!.TextContent);
        Assert.Contains("1.5", list.QuerySelector("tbody")!.TextContent);
        Assert.Contains("Went to the court.", list.QuerySelector("tbody")!.TextContent);
        Assert.DoesNotContain("The sender too", list.QuerySelector("tbody")!.TextContent);
    }

    [Fact]
    public async Task The_sender_reads_what_is_marked_for_it_and_no_trace_of_the_rest()
    {
        var referral = await at.ReferralAsync(ReferralStatus.InCare);
        await at.World.RecordCareAsync(at.Shelter.Caseworker, referral);
        await at.World.RecordCareAsync(at.Shelter.Caseworker, referral, CareVisibility.ForSender, "Sharedcanary: she is well.");
        await at.World.PlanAsync(at.Shelter.Caseworker, referral);

        var ours = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/care");
        var theirs = await at.Officer.OpenAsync($"/referrals/{referral.Number}/care");

        Assert.Contains("Carecanary", ours.MainText());
        Assert.Contains("Sharedcanary", theirs.MainText());
        Assert.Single(theirs.QuerySelectorAll("tbody tr"));
        Assert.Empty(theirs.QuerySelectorAll("main form"));
        foreach (var url in new[] { "", "/care", "/messages", "/card" })
            Assert.DoesNotMatch("Carecanary|Plancanary", (await at.Officer.OpenAsync($"/referrals/{referral.Number}{url}")).DocumentElement.OuterHtml);
        Assert.DoesNotContain(at.Portal.Log.Lines, line => line.Contains("canary", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Day_and_service_are_asked_for_and_limits_kept()
    {
        var referral = await at.ReferralAsync(ReferralStatus.InCare);

        var answer = await RecordAsync(referral, ("Input.Day", ""), ("Input.Hours", "25"), ("Input.Times", "100"));

        var text = (await answer.HtmlAsync()).MainText();
        foreach (var sentence in new[] { "Choose the day.", "Choose what was given.", "Write hours from 0.1 to 24.", "Write a number from 1 to 99." })
            Assert.Contains(sentence, text);
    }

    [Fact]
    public async Task An_entry_is_put_right_by_a_new_one_that_names_it()
    {
        var referral = await at.ReferralAsync(ReferralStatus.InCare);
        var wrong = await at.World.RecordCareAsync(at.Shelter.Caseworker, referral, CareVisibility.ForSender);
        var form = await at.Colleague.OpenAsync($"/referrals/{referral.Number}/care/new?corrects={wrong.Id}");

        var hidden = await at.Colleague.SubmitAsync(form, null, ("Input.Visibility", "OnlyUs"), ("Input.Note", "Two hours."));
        Assert.Equal(HttpStatusCode.Conflict, hidden.StatusCode);
        Assert.Contains("must read the correction too", (await hidden.HtmlAsync()).MainText());
        var list = await at.Colleague.FollowAsync(await at.Colleague.SubmitAsync(form, null, ("Input.Note", "Two hours.")));
        Assert.Contains("Corrects the entry of", list.MainText());
        Assert.Contains("Corrected", list.MainText());

        var again = await at.Caseworker.SubmitAsync(await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/care/new?corrects={wrong.Id}"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("This entry was already corrected.", (await again.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task After_closing_nothing_is_recorded_and_what_was_typed_is_kept()
    {
        var referral = await at.ReferralAsync(ReferralStatus.InCare);
        var page = await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/care/new");
        await at.World.CloseAsync(at.Shelter.Manager, referral);

        var answer = await at.Caseworker.SubmitAsync(page, null, ("Input.Day", Today), ("Input.Service", "LegalAid"), ("Input.Note", "Went to the court."));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var shown = await answer.HtmlAsync();
        Assert.Contains("Care is recorded while the person is in care.", shown.MainText());
        Assert.Equal("Went to the court.", shown.QuerySelector("textarea")!.TextContent.Trim());
    }

    private async Task<HttpResponseMessage> RecordAsync(Referral referral, params (string, string)[] fields) =>
        await at.Caseworker.SubmitAsync(await at.Caseworker.OpenAsync($"/referrals/{referral.Number}/care"), null, fields);
}
