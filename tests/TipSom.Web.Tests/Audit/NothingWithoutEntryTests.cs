using System.Net;
using Npgsql;
using TipSom.Domain.Documents;
using TipSom.TestSupport;
using TipSom.Web.Tests.Documents;

namespace TipSom.Web.Tests.Audit;

/// <summary>Where the trail cannot be written, nobody is shown anything: neither when the entry fails, nor when its link fails at commit.</summary>
public sealed class NothingWithoutEntryTests(DocumentSite site) : IClassFixture<DocumentSite>
{
    [Theory]
    [InlineData("an identity")]
    [InlineData("a print")]
    [InlineData("a suspect")]
    [InlineData("a document")]
    [InlineData("a disclosure")]
    [InlineData("an emergency")]
    [InlineData("a search")]
    public async Task Nothing_is_shown_of(string what)
    {
        var (browser, url, form, fields, shown) = await LookAsync(what);
        var page = await browser.OpenAsync(url);

        foreach (var table in new[] { "entries", "links" })
        {
            await FailAsync(table);
            try
            {
                var refused = await browser.SubmitAsync(page, form, fields);
                var body = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

                Assert.True(refused.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable, $"{table}: {refused.StatusCode}");
                Assert.DoesNotContain(shown, body, StringComparison.OrdinalIgnoreCase);
            }
            catch (PostgresException full) when (table == "links" && full.MessageText.StartsWith("The disk of the trail", StringComparison.Ordinal))
            {
                // The commit failed before the first byte: in memory there is no server that would make a 500 of it, and nothing came.
            }
            finally
            {
                await RunAsync($"drop trigger fails on audit.{table}");
            }
        }

        // The same form shows it where the trail is written, so that what was looked for above would have been found.
        var answer = await browser.SubmitAsync(page, form, fields);
        Assert.Contains(shown, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<(PortalBrowser Browser, string Url, string? Form, (string, string)[] Fields, string Shown)> LookAsync(string what)
    {
        var @case = await site.World.CaseAsync(site.Police.Officer);
        var reason = ("Reason.Chosen", "To speak with the person");
        switch (what)
        {
            case "an identity":
                return (site.Officer, $"/cases/{@case.Number}/people/1/identity", null, [reason], "Canarybird");
            case "a print":
                return (site.Officer, $"/cases/{@case.Number}/print/fir-annex", null, [("Reason.Chosen", "For the police file"), ("Reason.WithNames", "true")], "Canarybird");
            case "a suspect":
                await site.World.SuspectAsync(site.Police.Officer, @case);
                return (site.Officer, $"/cases/{@case.Number}/suspects/1", null, [("Reason.Chosen", "A court or the prosecutor asks")], "Suspectcanary");
            case "a document":
                var document = await site.CleanAsync(@case, kind: nameof(DocumentKind.IdentityDocument));
                return (site.Officer, DocumentSite.UrlOf(@case, document, "file"), null, [("Reason.Chosen", "To check a document")], "%PDF");
            case "a disclosure":
                var provider = await site.World.ProviderAsync();
                await site.World.AgreementAsync(site.Police, provider);
                await site.World.ConsentAsync(site.Police.Officer, @case);
                var referral = await site.World.SendAsync(site.Police.Officer, @case, provider);
                await site.World.AcceptAsync(provider.Caseworker, await site.World.OpenAsync(provider.Caseworker, referral));
                return (await site.Portal.BrowserOfAsync(provider.Caseworker), $"/referrals/{referral.Number}/identity", null, [], "Canarybird");
            case "an emergency":
                var asker = (await site.World.FiaAsync()).Officer;
                var access = await site.World.AskInEmergencyAsync(asker, @case);
                return (await site.Portal.BrowserOfAsync(asker), $"/emergency/{access.Number}/identity", null, [], "Canarybird");
            default:
                await site.Portal.ReadNamesAsync();
                return (site.Officer, "/find", null, [("Input.Text", "Zarmeena Canarybird")], $"/cases/{@case.Number}#person-1");
        }
    }

    private async Task FailAsync(string table) => await RunAsync($"""
        create or replace function audit.fails() returns trigger language plpgsql set search_path = pg_catalog
            as $$ begin raise exception 'The disk of the trail is full.'; end $$;
        create trigger fails before insert on audit.{table} for each row execute function audit.fails()
        """);

    private async Task RunAsync(string sql)
    {
        await using var superuser = NpgsqlDataSource.Create(site.Database.SuperuserConnectionString);
        await using var command = superuser.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
