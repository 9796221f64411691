using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Victims;
using TipSom.TestSupport;
using TipSom.Web.Tests.Cases;

namespace TipSom.Web.Tests.Victims;

public sealed class RolesTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task Only_those_on_the_case_get_in() => await site.GuardsAsync($"/cases/{(await site.World.CaseAsync(site.Police.Officer)).Number}/people/1/roles");

    [Fact]
    public async Task A_person_becomes_something_else_with_a_reason_that_is_sealed_and_shown()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var url = $"/cases/{@case.Number}/people/1/roles";
        var form = await site.Officer.OpenAsync(url);
        Assert.Equal(["VictimOfTrafficking"], form.Checked("Input.Roles"));

        var person = await site.Officer.FollowAsync(await site.Officer.SubmitAsync(form, null,
            ("Input.Roles", "SmuggledMigrant"), ("Input.Roles", "Witness"), ("Input.Reason", "Rolecanary: paid for the journey")));

        Assert.Contains("The roles were saved.", person.MainText());
        var roles = await site.ReadAsync(db => db.PersonRoles.Where(r => r.CaseId == @case.Id).OrderBy(r => r.Role).ToListAsync());
        Assert.Equal([(PersonRole.SmuggledMigrant, true), (PersonRole.VictimOfTrafficking, false), (PersonRole.Witness, true)], roles.Select(r => (r.Role, r.IsHeld)));
        var history = (await site.Officer.OpenAsync(url)).MainText();
        Assert.Contains("Rolecanary: paid for the journey", history);
        Assert.Contains("No longer holds", history);
        Assert.Contains("Roles changed", (await site.Officer.OpenAsync($"/cases/{@case.Number}")).MainText());
        Assert.DoesNotContain(site.Portal.Log.Lines, line => line.Contains("Rolecanary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_left_without_a_role()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/roles");
        foreach (var box in form.QuerySelectorAll("[name='Input.Roles']").ToList())
            box.RemoveAttribute("checked");

        var answer = await site.Officer.SubmitAsync(form, null, ("Input.Reason", "None of these"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["A person has at least one role in the case. Choose the new one first."], (await answer.HtmlAsync()).Errors());
    }

    [Fact]
    public async Task A_change_needs_a_reason_and_a_change()
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var form = await site.Officer.OpenAsync($"/cases/{@case.Number}/people/1/roles");

        var silent = await (await site.Officer.SubmitAsync(form)).HtmlAsync();
        var same = await (await site.Officer.SubmitAsync(form, null, ("Input.Reason", "Nothing"))).HtmlAsync();

        Assert.Equal(["Say why the role changes."], silent.Errors());
        Assert.Equal(["These are the person's roles already."], same.Errors());
    }
}
