using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using TipSom.Data.Seeding;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Account;

/// <summary>Outside Development no account signs in with a password alone, whatever it is marked as and whatever is set.</summary>
public sealed class DemoInProductionTests(DurableDatabase durable) : IClassFixture<DurableDatabase>
{
    private static readonly Dictionary<string, string> WhatSomebodyMightTry = new() { ["TipSom:Demo"] = "true", ["Demo:Enabled"] = "true", ["SecondFactor:Off"] = "true" };

    [Fact]
    public async Task A_demo_account_is_led_to_the_second_step_like_any_other_and_a_database_that_holds_one_is_not_served()
    {
        await using var world = new World(durable.Database);
        var police = await world.PoliceAsync();
        await using (var portal = new Portal(durable.Database) { Environment = "Production", Settings = WhatSomebodyMightTry })
        {
            var browser = new PortalBrowser(portal.CreateDefaultClient(new Uri("https://localhost"), new CookieContainerHandler()));
            var page = await browser.OpenAsync("/account/sign-in");
            Assert.DoesNotContain(DemoData.Password, page.Source.Text);
            // The portal serves; the account comes in behind its back.
            var demo = await world.UserAsync(police.Station, Role.Officer, isDemo: true);
            var answer = await browser.SubmitAsync(page, "form[action='/account/sign-in']", ("Input.UserName", demo.UserName!), ("Input.Password", World.Password));

            Assert.StartsWith("/account/second-step", answer.Headers.Location!.OriginalString);
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
            Assert.All(answer.Headers.GetValues("Set-Cookie"), c => Assert.Matches("^__Host-.*; secure;.*httponly", c));
        }

        await using var again = new Portal(durable.Database) { Environment = "Production", Settings = WhatSomebodyMightTry };
        Assert.Contains("demo accounts", Assert.ThrowsAny<InvalidOperationException>(() => again.CreateClient()).Message, StringComparison.Ordinal);
    }
}
