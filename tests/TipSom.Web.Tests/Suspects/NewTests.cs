using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Suspects;

public sealed class NewTests(CaseSite site) : IClassFixture<CaseSite>
{
    private static readonly (string Name, string Value)[] Answers =
    [
        ("Input.Sex", "Male"), ("Input.Years", "۴۵"), ("Input.IsAbout", "true"), ("Input.CitizenshipCode", "PK"), ("Input.RoleCodes", "RECRUIT"),
        ("Input.RoleCodes", "TRANSPORT"), ("Input.Status", "Arrested"), ("Input.InOrganisedGroup", "true"), ("Input.GroupNote", "Canarygroup"),
        ("Input.Name", "Suspectcanary Khan"), ("Input.IdNumber", "۹۰۰۰۰-7654321-1"), ("Input.Phone", "0300 1234567")
    ];

    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync(UrlOf((await site.World.CaseAsync(site.Police.Officer)).Number));

    [Fact]
    public async Task A_suspect_is_kept_with_the_name_sealed()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(await site.Officer.OpenAsync(UrlOf(@case.Number)), null, Answers));

        Assert.Contains("The suspect was entered.", page.MainText());
        Assert.DoesNotContain("canary", page.Source.Text, StringComparison.OrdinalIgnoreCase);
        var (suspect, details) = await site.World.AsAsync(site.Police.Officer, async (scope, db) =>
        {
            var kept = await db.Suspects.SingleAsync(s => s.CaseId == @case.Id);
            return (kept, scope.GetRequiredService<RecordCipher>().Open<SuspectDetails>(SealKinds.Suspect, kept.Id, kept.SealedDetails));
        });
        Assert.Equal((Sex.Male, new Age(45, true), "PK", SuspectStatus.Arrested, true), (suspect.Sex, suspect.Age, suspect.CitizenshipCode, suspect.Status, suspect.InOrganisedGroup));
        Assert.Equal(["RECRUIT", "TRANSPORT"], suspect.RoleCodes);
        Assert.Equal(("Suspectcanary Khan", "9000076543211", "+923001234567", "Canarygroup"), (details.Name, details.IdNumber, details.Phone, details.GroupNote));
        Assert.DoesNotContain(site.Portal.Log.Lines, line => line.Contains("Suspectcanary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_people_of_the_case_are_entered_on_their_own_page()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var page = await site.Officer.OpenAsync(UrlOf(@case.Number));

        Assert.Single(page.QuerySelectorAll($"a[href='/cases/{@case.Number}/people/1/accuse']"));
    }

    [Fact]
    public async Task A_closed_case_takes_no_suspect_and_the_answers_stay_typed()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync(UrlOf(@case.Number));
        await site.CloseAsync(@case);

        var answer = await site.Officer.SubmitAsync(form, null, Answers);

        var page = await answer.HtmlAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["This case is closed. Reopen it to change anything."], page.Errors());
        Assert.Equal("Suspectcanary Khan", page.ValueOf("Input.Name"));
    }

    private static string UrlOf(string number) => $"/cases/{number}/suspects/new";
}
