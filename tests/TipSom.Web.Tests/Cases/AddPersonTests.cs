using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Victims;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Cases;

public sealed class AddPersonTests(CaseSite site) : IClassFixture<CaseSite>
{
    private static readonly (string Name, string Value)[] Answers =
    [
        ("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Male"), ("Input.Person.Years", "9"), ("Input.Person.IsAbout", "true"),
        ("Input.Needs", "Education"), ("Input.Who.Name", "Bilal Canarybird")
    ];

    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync($"/cases/{(await site.World.CaseAsync(site.Police.Officer)).Number}/people/new");

    [Fact]
    public async Task A_second_person_joins_the_case()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);

        var page = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(await site.Officer.OpenAsync($"/cases/{@case.Number}/people/new"), null, Answers));

        Assert.Contains("Person 2: Boy, about 9 years", page.MainText());
        Assert.Contains("Person 2 was added.", page.MainText());
        Assert.DoesNotContain("Bilal", page.Source.Text);
        var second = await site.ReadAsync(db => db.Victims.Include(v => v.Needs).SingleAsync(v => v.CaseId == @case.Id && v.Position == 2));
        Assert.Equal(new Age(9, true), second.Age);
        Assert.True(await site.ReadAsync(db => db.VictimIdentities.AnyAsync(i => i.VictimId == second.Id)));
    }

    [Fact]
    public async Task The_next_is_proposed_what_was_said_of_the_last_and_may_differ()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var first = await site.Officer.SubmitAsync(
            await site.Officer.OpenAsync($"/cases/{@case.Number}/people/new"), null,
            [.. Answers, ("Input.Roles", "Dependant"), ("Input.LanguageCode", "pus"), ("Input.NeedsInterpreter", "true"), ("Step", "AddAndGoOn")]);

        var form = await site.Officer.FollowAsync(first);
        await site.Officer.SubmitAsync(form, null, ("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Female"), ("Input.Person.Years", "7"), ("Step", "Add"));

        Assert.Contains("Person 2 was added.", form.MainText());
        Assert.Equal(["Education"], form.Checked("Input.Needs"));
        Assert.Equal(["Dependant"], form.Checked("Input.Roles"));
        Assert.Equal("pus", form.ValueOf("Input.LanguageCode"));
        Assert.DoesNotContain("Bilal", form.Source.Text);
        var third = await site.ReadAsync(db => db.Victims.Include(v => v.Roles).SingleAsync(v => v.CaseId == @case.Id && v.Position == 3));
        Assert.Equal((Sex.Female, "pus", true), (third.Sex, third.LanguageCode, third.NeedsInterpreter));
        Assert.Equal([PersonRole.Dependant], third.Roles.Select(r => r.Role));
    }

    [Fact]
    public async Task What_happened_to_one_is_copied_to_the_next_and_what_was_told_is_not()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var url = $"/cases/{@case.Number}/people/new";
        Assert.Null((await site.Officer.OpenAsync(url)).QuerySelector("[name='Input.IsSame']"));
        await site.World.AssessAsync(site.Police.Officer, @case);
        var form = await site.Officer.OpenAsync(url);
        Assert.Contains("The same happened to this person as to person 1", form.MainText());
        Assert.Empty(form.Checked("Input.IsSame"));

        var next = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(form, null, [.. Answers, ("Input.IsSame", "true"), ("Step", "AddAndGoOn")]));
        await site.Officer.SubmitAsync(
            next, null, ("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Female"), ("Input.Person.Years", "30"), ("Input.IsSame", "false"), ("Step", "Add"));

        Assert.Equal(["true"], next.Checked("Input.IsSame"));
        Assert.Contains("The same happened to this person as to person 2", next.MainText());
        var (records, places) = await site.ReadAsync(async db => (
            await db.ExploitationRecords.Where(r => r.CaseId == @case.Id).OrderBy(r => r.Written.At).ToListAsync(),
            await db.RoutePlaces.Where(p => p.CaseId == @case.Id).ToListAsync()));
        Assert.Equal(2, records.Count);
        Assert.Equal(records[0].Types, records[1].Types);
        Assert.Equal(records[0].Acts, records[1].Acts);
        Assert.Equal(records[0].RecruiterCode, records[1].RecruiterCode);
        Assert.Equal((true, 1, null), (records[1].ForChild, records[1].Version, records[1].SealedAccount));
        Assert.Equal(["IR", "IR"], places.Select(p => p.CountryCode));
        Assert.Equal(2, places.Select(p => p.VictimId).Distinct().Count());
    }

    [Fact]
    public async Task A_closed_case_takes_nobody_and_says_so()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync($"/cases/{@case.Number}/people/new");
        await site.CloseAsync(@case);

        var answer = await site.Officer.SubmitAsync(form, null, Answers);

        var page = await answer.HtmlAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["This case is closed. Reopen it to add a person."], page.Errors());
        Assert.Equal("Bilal Canarybird", page.ValueOf("Input.Who.Name"));
        Assert.Equal(["Education"], page.Checked("Input.Needs"));
    }
}
