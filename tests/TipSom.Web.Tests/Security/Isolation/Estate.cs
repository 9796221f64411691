using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Security.Isolation;

/// <summary>
/// Everything that can be on record about people of one station, and everybody who might try to reach it. What is personal is one of the
/// canaries, so that half a name in a wrong answer is found.
/// </summary>
internal sealed class Estate
{
    /// <summary>Who the people are, what happened to them, and what was written of them for those on the case alone.</summary>
    public static readonly string[] Personal =
    [
        .. World.KnownIdentity.Name!.Split(' '), World.KnownIdentity.FatherName!.Split(' ')[^1], World.KnownIdentity.IdNumber!, World.KnownIdentity.Phone!,
        World.KnownNarrative, "Filecanary", "Narrativecanary", "Fircanary", "Stepcanary", "Reasoncanary", "Notecanary", "Accountcanary",
        "Suspectcanary", "Suspectfather", "Canaryalias", "Canarystreet", "Canaryscar", "Canarygroup", "9000076543211"
    ];

    /// <summary>What the sender and the chosen provider write to each other, and the provider for itself.</summary>
    public static readonly string[] BetweenTheTwo = ["Messagecanary", "Carecanary", "Plancanary", "Doorcanary", "Lanecanary"];

    private readonly Dictionary<string, string> values = [];

    public List<Person> People { get; } = [];

    /// <summary>Numbers of the records: nobody outside learns that they exist.</summary>
    public List<string> Numbers { get; } = [];

    /// <summary>A case of the other force, by which it may try to reach what hangs on a case that is not its own.</summary>
    public string OthersCase { get; private set; } = "";

    /// <summary>An officer of the station itself, who is to be disabled.</summary>
    public User Leaver { get; private set; } = null!;

    public static async Task<Estate> BuildAsync(World world)
    {
        var estate = new Estate();
        var (police, others, fia) = (await world.PoliceAsync(), await world.PoliceAsync("PB-MULTAN"), await world.FiaAsync());
        var (shelter, neighbour) = (await world.ProviderAsync(), await world.ProviderAsync());
        var sibling = await world.StationAsync(police);
        var desk = await world.CoordinatorAsync();
        var agreement = await world.AgreementAsync(police, shelter);
        await world.AgreementAsync(others, neighbour);
        estate.Leaver = await world.UserAsync(police.Station, Role.Officer);
        estate.People.AddRange(
        [
            new("its officer", police.Officer, Sight.All), new("its supervisor", police.Supervisor, Sight.All),
            new("officer of a sibling station", await world.UserAsync(sibling, Role.Officer), Sight.None),
            new("supervisor of a sibling station", await world.UserAsync(sibling, Role.Supervisor), Sight.None),
            new("officer of another force", others.Officer, Sight.None), new("supervisor of another force", others.Supervisor, Sight.None),
            new("FIA officer", fia.Officer, Sight.None),
            new("caseworker asked", shelter.Caseworker, Sight.Referrals), new("manager asked", shelter.Manager, Sight.Referrals),
            new("caseworker not asked", neighbour.Caseworker, Sight.None), new("manager not asked", neighbour.Manager, Sight.None),
            new("national desk", desk, Sight.Numbers),
            .. await Task.WhenAll(((Role[])[Role.NationalAdministrator, Role.AgencyAdministrator, Role.Analyst, Role.Auditor]).Select(
                async role => new Person($"{role} of the force", await world.UserAsync(police.Headquarters, role), role is Role.Auditor or Role.NationalAdministrator ? Sight.Numbers : Sight.None)))
        ]);
        await estate.FillCaseAsync(world, police, fia);
        await estate.FillReferralsAsync(world, police, shelter);
        estate.values["/agreements {id}"] = agreement.Id.ToString();
        estate.values["/agreements {documentId}"] = (await PaperAsync(world, await world.AdministratorAsync(police), agreement)).Id.ToString();
        estate.values["/services {id}"] = shelter.Service.Id.ToString();
        estate.values["/import {id}"] = (await world.UploadAsync(Register.Of(3), police.Station, police.Supervisor)).Id.ToString();
        estate.values["/downloads {number}"] = (await world.AskDownloadAsync(police.Supervisor)).Number;
        estate.values["/erasures {id}"] = (await world.EraseLaterAsync(police)).Id.ToString();
        estate.values["/admin/users {id}"] = estate.Leaver.Id.ToString();
        estate.values["/admin/agencies {id}"] = shelter.Agency.Id.ToString();
        estate.values["/returns {number}"] = (await world.BeginReturnAsync(police.Supervisor, ReportPeriod.Beginning(PeriodKind.Month, 2026, 1))).Number;
        estate.values["/statistics/by/{dimension} {dimension}"] = "form";
        estate.values["/releases {number}"] = (await world.ReleaseAsync(await world.AdministratorAsync(fia), 2020)).Number;
        estate.values["/figures {number}"] = estate.values["/releases {number}"];
        estate.values["/figures {number}.json}"] = $"{estate.values["/figures {number}"]}.json";
        estate.values["/figures {table}.csv}"] = "groups.csv";
        estate.values["/statistics/published {id}"] = $"{await world.AsAsync(desk, (_, db) => db.PublishedFigures.Select(f => f.Id).FirstAsync())}";
        estate.values["/admin/units {id}"] = police.Station.Id.ToString();
        estate.values["/admin/users/proposals {id}"] = $"{await world.ProposeRoleAsync(await world.AdministratorAsync(police), fia.Headquarters)}";
        estate.OthersCase = (await world.CaseAsync(others.Officer)).Number;
        return estate;
    }

    /// <summary>The addresses of a route with the records of the estate in it; several where a record has several states.</summary>
    public IEnumerable<string> AddressesOf(string route)
    {
        if (route.StartsWith("/referrals/{number}", StringComparison.Ordinal))
            return [Fill(route, "before"), Fill(route, "after")];
        return [Fill(route, "")];
    }

    /// <summary>A part of a foreign case, asked for under the number of the asker's own; null for routes without one.</summary>
    public string? UnderOwnNumber(string route) =>
        route.StartsWith("/cases/{number}/", StringComparison.Ordinal) && route.Contains(":guid}", StringComparison.Ordinal)
            ? Fill(route.Replace("{number}", OthersCase, StringComparison.Ordinal), "")
            : null;

    private string Fill(string route, string state)
    {
        var parts = route.Split('/').Select(part => part switch
        {
            "{number}" => values[$"{KindOf(route)}{state} {{number}}"],
            "{position:int}" => "1",
            "{days:int}" => "30",
            "{code:int}" => "404",
            // Two kinds of parts of a case are called "id".
            "{id:guid}" when route.Contains("/sharing/", StringComparison.Ordinal) => values["/cases {share}"],
            ['{', ..] => values[$"{KindOf(route)} {part.Split(':')[0].TrimEnd('}')}}}"],
            _ => part
        });
        return string.Join('/', parts);
    }

    // The first words of a route up to what names a record: "/cases", "/board/unplaced", "/cases/sharing".
    private static string KindOf(string route)
    {
        var words = route.Split('/').TakeWhile(part => !part.StartsWith("{number}", StringComparison.Ordinal) && !part.EndsWith(":guid}", StringComparison.Ordinal));
        var start = string.Join('/', words);
        return start.StartsWith("/cases", StringComparison.Ordinal) ? "/cases" : start;
    }

    private static Task<AgreementDocument> PaperAsync(World world, User administrator, Agreement agreement) => world.AsAsync(administrator, (scope, db) =>
    {
        var cipher = scope.GetRequiredService<RecordCipher>();
        var paper = AgreementDocument.Attach(
            agreement, TestFiles.Pdf(), (id, content) => cipher.Seal(SealKinds.Agreement, id, content), World.ActorOf(administrator), TimeProvider.System.GetUtcNow());
        db.Add(paper);
        return Task.FromResult(paper);
    });

    private async Task FillCaseAsync(World world, Force police, Force fia)
    {
        var officer = police.Officer;
        var @case = await world.CaseAsync(officer);
        await world.FirAsync(officer, @case, police.Station, 1);
        await world.StepAsync(officer, @case, "INV", note: "Stepcanary: two rooms searched.");
        await world.ConsentAsync(officer, @case);
        var tie = await world.TieAsync(officer, @case, await world.AddPersonAsync(officer, @case));
        await world.SuspectAsync(officer, @case);
        await world.AccuseAsync(officer, @case);
        var place = await world.AssessAsync(officer, @case);
        var offence = await world.OffenceAsync(officer, @case);
        var charge = await world.ChargeAsync(officer, @case, offence);
        var document = await world.DocumentAsync(officer, @case);
        // Shared with a unit of nobody here, and its lead offered to one.
        var strangers = await world.FiaAsync();
        var share = await world.ShareAsync(officer, @case, strangers.Headquarters);
        await world.NoteAsync(officer, @case);
        await world.OfferAsync(police.Supervisor, @case, strangers.Station);
        var unplaced = await world.AskDeskAsync(officer, @case.Victims[0].Needs[0].Id);
        var question = await world.AskToConnectAsync(fia.Officer, @case);
        var emergency = await world.AskInEmergencyAsync(strangers.Officer, @case);
        Numbers.Add(@case.Number);
        foreach (var (name, value) in new (string, object)[]
        {
            ("/cases {number}", @case.Number), ("/transfers {number}", @case.Number), ("/cases {tie}", tie.Id), ("/cases {place}", place.Id),
            ("/cases {needId}", @case.Victims[0].Needs[0].Id), ("/cases {offence}", offence.Id), ("/cases {charge}", charge.Id),
            ("/board/unplaced {id}", unplaced.Id), ("/connect {number}", question.Number), ("/emergency {number}", emergency.Number),
            ("/cases {id}", document.Id), ("/cases {share}", share.Id), ("/cases {what}", "account")
        })
            values[name] = $"{value}";
    }

    private async Task FillReferralsAsync(World world, Force police, Provider shelter)
    {
        var before = await world.SentReferralAsync(police, shelter);
        var after = await world.SentReferralAsync(police, shelter);
        await world.OpenAsync(shelter.Caseworker, after);
        await world.AcceptAsync(shelter.Caseworker, after);
        await world.WriteAsync(police.Officer, after, Side.Sender);
        await world.ArriveAsync(shelter.Caseworker, after);
        await world.RecordCareAsync(shelter.Caseworker, after);
        values["/referrals {item}"] = (await world.PlanAsync(shelter.Caseworker, after)).Id.ToString();
        (values["/referralsbefore {number}"], values["/referralsafter {number}"]) = (before.Number, after.Number);
        Numbers.AddRange([before.Number, after.Number]);
    }
}

/// <summary>What of the estate somebody may read of.</summary>
internal enum Sight
{
    /// <summary>Nothing, not even that it is there.</summary>
    None,

    /// <summary>Numbers and standing, and nobody.</summary>
    Numbers,

    /// <summary>The referrals addressed to them, and what the two sides write.</summary>
    Referrals,

    /// <summary>All of it.</summary>
    All
}

/// <summary>Somebody who tries.</summary>
internal sealed record Person(string Name, User User, Sight Sight);
