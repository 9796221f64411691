using Microsoft.Playwright;
using TipSom.Domain.Identity;

namespace TipSom.Journeys.Walk;

/// <summary>Every page of the site and who is sent to look at it. A page without an entry fails a test.</summary>
public static partial class Visits
{
    private const string Person = "/cases/{number}/people/{position:int}/", SuspectUrl = "/cases/{number}/suspects/{position:int}", Document = "/cases/{number}/documents/{id:guid}/",
        AccountUrl = "/admin/users/{id:guid}", Referral = "/referrals/{number}", Agreement = "/agreements/{id:guid}";

    public static IReadOnlyList<Visit> All { get; } =
        [.. Everybody(), .. Officers(), .. PeopleOfCases(), .. SentReferrals(), .. Providers(), .. Places(), .. Agreements(), .. Overseers(), .. Figures(), .. Newcomers()];

    private static IEnumerable<Visit> Everybody() =>
    [
        new("/account/sign-in", null, _ => "/account/sign-in", Asks.Answers),
        new("/account/begin", null, _ => "/account/begin", Asks.Answers),
        // Asked for out of turn, these lead to signing in.
        new("/account/second-step", null, _ => "/account/second-step", Asks.Answers),
        new("/account/key", null, _ => "/account/key", Asks.Answers),
        // Asked for, it leads on to the first page, and that to signing in.
        new("/language", null, _ => "/language", Asks.Answers),
        new("/status/{code:int}", null, _ => "/nowhere", Status: 404),
        new("/dev/components", null, _ => "/dev/components", Asks.OnlyAPress),
        new("/dev/components", null, _ => "/dev/components?errors=true", Asks.OnlyAPress),
        new("/account", Role.Officer, _ => "/account", Asks.OnlyAPress),
        new("/account/app", Role.Officer, _ => "/account/app", Asks.Answers),
        new("/account/card", Role.Officer, _ => "/account/card", Asks.OnlyAPress),
        new("/account/confirm", Role.Officer, _ => "/account/confirm?returnUrl=/account", Asks.Answers),
        new("/account/keys", Role.Officer, _ => "/account/keys", Asks.OnlyAPress),
        new("/account/keys/remove", Role.Officer, _ => "/account/keys/remove", Asks.OnlyAPress),
        new("/account/password", Role.Officer, _ => "/account/password", Asks.Answers),
        new("/account/remove", Role.Officer, _ => "/account/remove", Asks.Answers),
        new("/account/sessions", Role.Officer, _ => "/account/sessions", Asks.OnlyAPress),
        new("/account/set-up", Role.Officer, _ => "/account/set-up"),
        // Asked for, they lead on to the first page.
        new("/account/hidden", Role.Officer, _ => "/account/hidden"),
        new("/account/hide", Role.Officer, _ => "/account/hide"),
        new("/account/notifications", Role.Officer, _ => "/account/notifications", Asks.OnlyAPress),
        new("/notifications", Role.Officer, _ => "/notifications", Asks.OnlyAPress),
        // Asked for, they lead on to the first page: the script of a form posts to them.
        new("/drafts", Role.Officer, _ => "/drafts"),
        new("/drafts/key", Role.Officer, _ => "/drafts/key"),
        new("/drafts/end", Role.Officer, _ => "/drafts/end"),
        new("/account/sign-out", Role.Officer, _ => "/account/sign-out", Asks.OnlyAPress),
        new("/status/{code:int}", Role.Officer, _ => "/inbox", Status: 403),
        new("/status/{code:int}", Role.Officer, _ => "/cases/TS-2026-AAAAAA", Status: 404)
    ];

    private static IEnumerable<Visit> Officers() =>
    [
        new("/", Role.Officer, _ => "/"),
        new("/cases", Role.Officer, _ => "/cases"),
        new("/cases/new", Role.Officer, _ => "/cases/new", Asks.Answers, Then: async page =>
        {
            await page.CheckAsync("[name='Input.Person.Safety'][value=NotSafe]");
            await page.CheckAsync("[name='Input.Person.Sex'][value=Female]");
            await page.CheckAsync("[name='Input.Person.IsUnknown']");
            await page.SelectOptionAsync("[name='Input.DistrictCode']", "PB-LAHORE");
            await page.CheckAsync("[name='Input.Border'][value=AcrossBorder]");
            await page.FillAsync("[name='Input.Who.IdNumber']", "90000-1234567-1");
            await page.FillAsync("[name='Input.StationReference']", "123/2026");
            await page.ClickAsync("main form button[value=Check]");
        }),
        new("/emergency", Role.Officer, _ => "/emergency", Asks.Answers),
        new("/emergency/{number}", Role.Officer, s => $"/emergency/{s.Emergency.Number}", Asks.OnlyAPress),
        new("/emergency/{number}/identity", Role.Officer, s => $"/emergency/{s.Emergency.Number}/identity", Asks.OnlyAPress),
        new("/emergency/{number}/approve", Role.NationalCoordinator, s => $"/emergency/{s.WaitingEmergency.Number}/approve", Asks.OnlyAPress),
        new("/emergency/{number}/review", Role.NationalCoordinator, s => $"/emergency/{s.Emergency.Number}/review", Asks.Answers),
        new("/find", Role.Officer, _ => "/find", Asks.Answers, Then: async page =>
        {
            await page.FillAsync("[name='Input.Text']", "Zarmeena");
            await page.ClickAsync("main form button");
        }),
        new(Person + "same-person", Role.Officer, s => $"/cases/{s.Fresh.Number}/people/1/same-person", Asks.Answers),
        new(Person + "connect", Role.Officer, s => $"/cases/{s.Fresh.Number}/people/1/connect", Asks.OnlyAPress),
        new("/connect/{number}", Role.Officer, s => $"/connect/{s.Question.Number}", Asks.Answers),
        new("/cases/{number}", Role.Officer, s => $"/cases/{s.Fresh.Number}"),
        new("/cases/{number}", Role.Officer, s => $"/cases/{s.Ready.Number}"),
        new("/cases/{number}", Role.Officer, s => $"/cases/{s.Referred.Number}"),
        new("/cases/{number}/timeline", Role.Officer, s => $"/cases/{s.Referred.Number}/timeline"),
        new("/cases/{number}/timeline", Role.Officer, s => $"/cases/{s.Ended.Number}/timeline"),
        new("/cases/{number}/history", Role.Officer, s => $"/cases/{s.Ended.Number}/history"),
        new("/cases/{number}/history", Role.Officer, s => $"/cases/{s.Ready.Number}/history"),
        new("/cases/{number}/looked", Role.Officer, s => $"/cases/{s.Referred.Number}/looked"),
        new("/cases/{number}/looked", Role.Officer, s => $"/cases/{s.Ended.Number}/looked"),
        new("/cases/{number}/facts", Role.Officer, s => $"/cases/{s.Fresh.Number}/facts", Asks.OnlyAPress),
        new("/cases/{number}/facts", Role.Officer, s => $"/cases/{s.Ended.Number}/facts"),
        new("/cases/{number}/close", Role.Officer, s => $"/cases/{s.Fresh.Number}/close", Asks.Answers),
        new("/cases/{number}/close", Role.Officer, s => $"/cases/{s.Referred.Number}/close", Asks.Answers),
        new("/cases/{number}/close", Role.Officer, s => $"/cases/{s.Ended.Number}/close"),
        new("/cases/{number}", Role.Officer, s => $"/cases/{s.Ended.Number}"),
        new("/cases/{number}/print/fir-annex", Role.Officer, s => $"/cases/{s.Fresh.Number}/print/fir-annex", Asks.Answers, Then: GiveReasonAsync),
        new(Person + "print", Role.Officer, s => $"/cases/{s.Fresh.Number}/people/1/print", Asks.Answers, Then: GiveReasonAsync),
        new("/cases/{number}/law", Role.Officer, s => $"/cases/{s.Fresh.Number}/law"),
        new("/cases/{number}/law", Role.Officer, s => $"/cases/{s.Referred.Number}/law?done=reflection"),
        new("/cases/{number}/law/when", Role.Officer, s => $"/cases/{s.Fresh.Number}/law/when", Asks.Answers),
        new("/cases/{number}/law/lead", Role.Officer, s => $"/cases/{s.Fresh.Number}/law/lead", Asks.OnlyAPress),
        .. ((string[])["/fir", "/step", "/reclassify"]).Select(
            act => new Visit("/cases/{number}/law" + act, Role.Officer, s => $"/cases/{s.Referred.Number}/law{act}", Asks.Answers)),
        new("/cases/{number}/law/protection", Role.Officer, s => $"/cases/{s.Fresh.Number}/law/protection", Asks.OnlyAPress),
        new("/cases/{number}/law/offences", Role.Officer, s => $"/cases/{s.Referred.Number}/law/offences?known=TakenAway", Asks.Answers),
        new("/cases/{number}/law/offences/{offence:guid}", Role.Officer, s => $"/cases/{s.Referred.Number}/law/offences/{s.CaseOffence}", Asks.OnlyAPress),
        new("/cases/{number}/law/charges", Role.Officer, s => $"/cases/{s.Fresh.Number}/law/charges"),
        new("/cases/{number}/law/charges", Role.Officer, s => $"/cases/{s.Referred.Number}/law/charges", Asks.Answers),
        new("/cases/{number}/law/charges/{charge:guid}", Role.Officer, s => $"/cases/{s.Referred.Number}/law/charges/{s.Charge}", Asks.OnlyAPress),
        new("/cases/{number}/law/compensation/{position:int}", Role.Officer, s => $"/cases/{s.Referred.Number}/law/compensation/1", Asks.OnlyAPress),
        new("/cases/{number}/documents", Role.Officer, s => $"/cases/{s.Fresh.Number}/documents"),
        new("/cases/{number}/documents", Role.Officer, s => $"/cases/{s.Ready.Number}/documents"),
        new("/cases/{number}/documents/new", Role.Officer, s => $"/cases/{s.Fresh.Number}/documents/new", Asks.Answers),
        new(Document + "file", Role.Officer, s => $"/cases/{s.Fresh.Number}/documents/{s.Document}/file", Asks.Answers),
        new(Document + "title", Role.Officer, s => $"/cases/{s.Fresh.Number}/documents/{s.Document}/title", Asks.OnlyAPress),
        new(Document + "take-out", Role.Officer, s => $"/cases/{s.Fresh.Number}/documents/{s.Document}/take-out", Asks.Answers),
        new("/cases/{number}/people/new", Role.Officer, s => $"/cases/{s.Fresh.Number}/people/new", Asks.Answers),
        new("/cases/{number}/sharing", Role.Officer, s => $"/cases/{s.Together.Number}/sharing"),
        new("/cases/{number}/sharing", Role.Officer, s => $"/cases/{s.Fresh.Number}/sharing"),
        new("/cases/{number}/sharing/new", Role.Officer, s => $"/cases/{s.Fresh.Number}/sharing/new", Asks.Answers),
        new("/cases/{number}/sharing/notes", Role.Officer, s => $"/cases/{s.Together.Number}/sharing/notes", Asks.Answers),
        new("/cases/{number}/sharing/{id:guid}/take-back", Role.Officer, s => $"/cases/{s.Together.Number}/sharing/{s.Asked}/take-back", Asks.OnlyAPress),
        new("/cases/{number}/lead", Role.Officer, s => $"/cases/{s.Fresh.Number}/lead", Asks.Answers),
        new("/cases/{number}/lead/take-back", Role.Officer, s => $"/cases/{s.Together.Number}/lead/take-back", Asks.OnlyAPress),
        new(Person + "consent", Role.Officer, s => $"/cases/{s.Fresh.Number}/people/1/consent", Asks.Answers),
        new(Person + "consent", Role.Officer, s => $"/cases/{s.Ready.Number}/people/1/consent", Asks.Answers),
        new(Person + "withdraw-consent", Role.Officer, s => $"/cases/{s.Referred.Number}/people/1/withdraw-consent", Asks.OnlyAPress),
        new(Person + "withdraw-consent", Role.Officer, s => $"/cases/{s.Fresh.Number}/people/1/withdraw-consent"),
        new(Person + "identity", Role.Officer, s => $"/cases/{s.Fresh.Number}/people/1/identity", Asks.Answers, Then: GiveReasonAsync),
        new(Person + "edit-identity", Role.Officer, s => $"/cases/{s.Fresh.Number}/people/1/edit-identity", Asks.Answers, Then: GiveReasonAsync),
        .. ((string[])["indicators", "exploitation", "vulnerabilities", "risk", "provider-notes", "reflection"])
            .Select(act => new Visit(Person + act, Role.Officer, s => $"/cases/{s.Ready.Number}/people/1/{act}", Asks.OnlyAPress)),
        new(Person + "route", Role.Officer, s => $"/cases/{s.Ready.Number}/people/1/route", Asks.Answers),
        new(Person + "needs", Role.Officer, s => $"/cases/{s.Ready.Number}/people/1/needs", Asks.Answers),
        new(Person + "route/{place:guid}/remove", Role.Officer, s => $"/cases/{s.Ready.Number}/people/1/route/{s.Place}/remove", Asks.OnlyAPress),
        new(Person + "needs/{needId:guid}/urgency", Role.Officer, s => $"/cases/{s.Ready.Number}/people/1/needs/{Scene.NeedOf(s.Ready)}/urgency", Asks.Answers),
        new(Person + "needs/{needId:guid}/end", Role.Officer, s => $"/cases/{s.Ready.Number}/people/1/needs/{Scene.NeedOf(s.Ready)}/end", Asks.Answers),
        new(Person + "consent-history", Role.Officer, s => $"/cases/{s.Ready.Number}/people/1/consent-history"),
        new(Person + "placement", Role.Officer, s => $"/cases/{s.Ready.Number}/people/1/placement?need={Scene.NeedOf(s.Ready)}", Asks.OnlyAPress),
        new(Person + "refer", Role.Officer, s => $"/cases/{s.Fresh.Number}/people/1/refer?need={Scene.NeedOf(s.Fresh)}"),
        new(Person + "refer", Role.Officer, s => $"/cases/{s.Ready.Number}/people/1/refer?need={Scene.NeedOf(s.Ready)}"),
        new(Person + "refer", Role.Officer, s => $"/cases/{s.Ready.Number}/people/1/refer?need={Scene.NeedOf(s.Ready)}&missing=true"),
        new(Person + "refer", Role.Officer, s => $"/cases/{s.Referred.Number}/people/1/refer?need={Scene.NeedOf(s.Referred)}"),
        new(Person + "refer", Role.Officer, s => $"/cases/{s.Unplaceable.Number}/people/1/refer?need={Scene.NeedOf(s.Unplaceable)}"),
        // Asked for, it leads back to the choice.
        new(Person + "ask-desk", Role.Officer, s => $"/cases/{s.Unplaceable.Number}/people/1/ask-desk?need={Scene.NeedOf(s.Unplaceable)}"),
        new(Person + "send", Role.Officer,
            s => $"/cases/{s.Ready.Number}/people/1/send?need={Scene.NeedOf(s.Ready)}&to={s.Shelter.Service.Id}", Asks.Answers)
    ];

    private static IEnumerable<Visit> PeopleOfCases() =>
    [
        new("/cases/{number}/people/{position:int}", Role.Officer, s => $"/cases/{s.Fresh.Number}/people/1"),
        new("/cases/{number}/people/{position:int}", Role.Officer, s => $"/cases/{s.Family.Number}/people/1?done=family-changed"),
        new("/cases/{number}", Role.Officer, s => $"/cases/{s.Family.Number}"),
        new("/cases/{number}/people/new", Role.Officer, s => $"/cases/{s.Family.Number}/people/new?added=2", Asks.Answers),
        new(Person + "roles", Role.Officer, s => $"/cases/{s.Family.Number}/people/1/roles", Asks.Answers),
        new(Person + "family", Role.Officer, s => $"/cases/{s.Family.Number}/people/1/family", Asks.Answers),
        new(Person + "family", Role.Officer, s => $"/cases/{s.Fresh.Number}/people/1/family"),
        new(Person + "family/{tie:guid}/end", Role.Officer, s => $"/cases/{s.Family.Number}/people/1/family/{s.Tie}/end", Asks.OnlyAPress),
        new(Person + "describe", Role.Officer, s => $"/cases/{s.Family.Number}/people/1/describe", Asks.OnlyAPress),
        new(Person + "safe-contact", Role.Officer, s => $"/cases/{s.Family.Number}/people/1/safe-contact", Asks.Answers, Then: GiveReasonAsync),
        new(Person + "refer", Role.Officer, s => $"/cases/{s.Family.Number}/people/1/refer?need={Scene.NeedOf(s.Family)}"),
        new(Person + "accuse", Role.Officer, s => $"/cases/{s.Family.Number}/people/2/accuse", Asks.Answers),
        new("/cases/{number}/suspects", Role.Officer, s => $"/cases/{s.Family.Number}/suspects"),
        new("/cases/{number}/suspects", Role.Officer, s => $"/cases/{s.Fresh.Number}/suspects"),
        new("/cases/{number}/suspects/new", Role.Officer, s => $"/cases/{s.Family.Number}/suspects/new", Asks.Answers),
        new(SuspectUrl, Role.Officer, s => $"/cases/{s.Family.Number}/suspects/1", Asks.Answers, Then: GiveReasonAsync),
        new(SuspectUrl, Role.Officer, s => $"/cases/{s.Family.Number}/suspects/2", Asks.Answers),
        new(SuspectUrl + "/change", Role.Officer, s => $"/cases/{s.Family.Number}/suspects/1/change", Asks.Answers, Then: GiveReasonAsync),
        new(SuspectUrl + "/status", Role.Officer, s => $"/cases/{s.Family.Number}/suspects/1/status", Asks.OnlyAPress),
        new(SuspectUrl + "/is-victim", Role.Officer, s => $"/cases/{s.Family.Number}/suspects/1/is-victim", Asks.OnlyAPress),
        new(SuspectUrl + "/look", Role.Supervisor, s => $"/cases/{s.Family.Number}/suspects/2/look", Asks.Answers, IsSenior: true),
        new(SuspectUrl + "/look", Role.Supervisor, s => $"/cases/{s.Family.Number}/suspects/1/look", IsSenior: true)
    ];

    private static IEnumerable<Visit> SentReferrals() =>
    [
        new("/referrals", Role.Officer, _ => "/referrals"),
        .. ((string[])["sent", "asked", "accepted", "late", "closed", "declined", "rerouted", "gave way", "overridden", "withdrawn"])
            .Select(state => new Visit(Referral, Role.Officer, s => $"/referrals/{s.Referrals[state]}", Asks.OnlyAPress)),
        new(Referral + "/withdraw", Role.Officer, s => $"/referrals/{s.Referrals["sent"]}/withdraw", Asks.Answers),
        new(Referral + "/withdraw", Role.Officer, s => $"/referrals/{s.Referrals["closed"]}/withdraw"),
        new(Referral + "/inform", Role.Officer, s => $"/referrals/{s.Referrals["asked"]}/inform", Asks.Answers),
        new(Referral + "/inform", Role.Officer, s => $"/referrals/{s.Referrals["sent"]}/inform"),
        new(Referral + "/slip", Role.Officer, s => $"/referrals/{s.Referrals["accepted"]}/slip", Asks.OnlyAPress),
        new(Referral + "/slip", Role.Officer, s => $"/referrals/{s.Referrals["sent"]}/slip"),
        new(Referral + "/shared", Role.Officer, s => $"/referrals/{s.Referrals["accepted"]}/shared", Asks.OnlyAPress, Then: PressAsync),
        new(Referral + "/messages", Role.Officer, s => $"/referrals/{s.Referrals["accepted"]}/messages", Asks.Answers),
        new(Referral + "/messages", Role.Officer, s => $"/referrals/{s.Referrals["closed"]}/messages"),
        new(Referral + "/messages/read", Role.Officer, s => $"/referrals/{s.Referrals["accepted"]}/messages/read", Asks.OnlyAPress),
        new(Referral + "/card", Role.Officer, s => $"/referrals/{s.Referrals["accepted"]}/card"),
        new(Referral + "/card", Role.Officer, s => $"/referrals/{s.Referrals["sent"]}/card"),
        new(Referral + "/care", Role.Officer, s => $"/referrals/{s.Referrals["in care"]}/care"),
        new(Referral + "/help/{days:int}", Role.Officer, s => $"/referrals/{s.Referrals["closed"]}/help/30"),
        new("/providers", Role.Officer, _ => "/providers"),
        new("/agreements", Role.Officer, _ => "/agreements"),
        new("/agreements/{id:guid}", Role.Officer, s => $"/agreements/{s.Agreement.Id}"),
        new(Agreement, Role.Officer, s => $"/agreements/{s.Expired.Id}")
    ];

    private static IEnumerable<Visit> Overseers() =>
    [
        new("/", Role.NationalCoordinator, _ => "/"),
        new("/board", Role.NationalCoordinator, _ => "/board"),
        new("/board/referrals", Role.NationalCoordinator, _ => "/board/referrals"),
        new("/board/referrals", Role.NationalCoordinator, _ => "/board/referrals?show=Answered"),
        new("/board/unplaced", Role.NationalCoordinator, _ => "/board/unplaced"),
        new("/board/unplaced/{id:guid}/take-over", Role.NationalCoordinator, s => $"/board/unplaced/{s.NotSent}/take-over", Asks.OnlyAPress),
        new("/board/gaps", Role.NationalCoordinator, _ => "/board/gaps"),
        new(Referral + "/remind", Role.NationalCoordinator, s => $"/referrals/{s.Referrals["sent"]}/remind", Asks.OnlyAPress),
        new(Referral + "/remind", Role.NationalCoordinator, s => $"/referrals/{s.Referrals["closed"]}/remind"),
        new("/board/unplaced/{id:guid}", Role.NationalCoordinator, s => $"/board/unplaced/{s.Unplaced}"),
        new("/board/unplaced/{id:guid}", Role.NationalCoordinator, s => $"/board/unplaced/{s.NotSent}", Asks.Answers),
        new(Referral, Role.NationalCoordinator, s => $"/referrals/{s.Referrals["declined"]}"),
        new(Referral, Role.NationalCoordinator, s => $"/referrals/{s.Referrals["overridden"]}"),
        new(Referral + "/review", Role.NationalCoordinator, s => $"/referrals/{s.Referrals["declined"]}/review", Asks.Answers),
        new(Referral + "/review", Role.NationalCoordinator, s => $"/referrals/{s.Referrals["rerouted"]}/review"),
        new(Referral + "/override-review", Role.NationalCoordinator, s => $"/referrals/{s.Referrals["overridden"]}/override-review", Asks.Answers),
        // A supervisor sees what the station below holds, and may void it or send without an agreement.
        new("/", Role.Supervisor, _ => "/", IsSenior: true),
        new(Referral, Role.Supervisor, s => $"/referrals/{s.Referrals["sent"]}", Asks.OnlyAPress, IsSenior: true),
        new(Referral + "/void", Role.Supervisor, s => $"/referrals/{s.Referrals["sent"]}/void", Asks.Answers, IsSenior: true),
        new(Referral + "/void", Role.Supervisor, s => $"/referrals/{s.Referrals["closed"]}/void", IsSenior: true),
        new("/erasures", Role.Supervisor, _ => "/erasures", IsSenior: true),
        new("/erasures/{id:guid}", Role.Supervisor, s => $"/erasures/{s.Erasure}", Asks.Answers, IsSenior: true),
        new("/cases/{number}/erase", Role.Supervisor, s => $"/cases/{s.Ended.Number}/erase", Asks.Answers, IsSenior: true),
        new("/cases/{number}/erase", Role.Supervisor, s => $"/cases/{s.Fresh.Number}/erase", IsSenior: true),
        new("/cases/{number}/redact/{what}", Role.Supervisor, s => $"/cases/{s.Fresh.Number}/redact/account", Asks.Answers, IsSenior: true),
        new("/import", Role.Supervisor, _ => "/import", IsSenior: true),
        new("/import/new", Role.Supervisor, _ => "/import/new", Asks.Answers, IsSenior: true),
        new("/import/{id:guid}/columns", Role.Supervisor, s => $"/import/{s.Register}/columns", Asks.OnlyAPress, IsSenior: true),
        new("/import/{id:guid}", Role.Supervisor, s => $"/import/{s.Register}", Asks.OnlyAPress, IsSenior: true),
        new("/cases/{number}/reopen", Role.Supervisor, s => $"/cases/{s.Ended.Number}/reopen", Asks.Answers, IsSenior: true),
        new("/cases/{number}/reopen", Role.Supervisor, s => $"/cases/{s.Fresh.Number}/reopen", IsSenior: true),
        new("/cases/{number}/sharing/{id:guid}/decide", Role.Supervisor, s => $"/cases/{s.Together.Number}/sharing/{s.Asked}/decide", Asks.Answers, IsSenior: true),
        new("/cases/{number}/lead/approve", Role.Supervisor, s => $"/cases/{s.Together.Number}/lead/approve", Asks.OnlyAPress, IsSenior: true),
        new("/transfers/{number}", Role.Supervisor, s => $"/transfers/{s.Offered.Number}", Asks.Answers),
        new("/cases/{number}/hand-over", Role.Supervisor, s => $"/cases/{s.Fresh.Number}/hand-over", Asks.Answers, IsSenior: true),
        new(Person + "refer", Role.Supervisor, s => $"/cases/{s.Unplaceable.Number}/people/1/refer?need={Scene.NeedOf(s.Unplaceable)}", IsSenior: true),
        new(Person + "send", Role.Supervisor,
            s => $"/cases/{s.Unplaceable.Number}/people/1/send?need={Scene.NeedOf(s.Unplaceable)}&to={s.ManagersService}&override=true", Asks.Answers, IsSenior: true),
        new("/", Role.Auditor, _ => "/"),
        new("/audit", Role.Auditor, _ => "/audit"),
        new("/audit/emergency", Role.Auditor, _ => "/audit/emergency"),
        new("/audit/patterns", Role.Auditor, _ => "/audit/patterns"),
        new("/looks", Role.Officer, _ => "/looks"),
        new("/", Role.Analyst, _ => "/"),
        new("/", Role.NationalAdministrator, _ => "/"),
        new("/admin/clocks", Role.NationalAdministrator, _ => "/admin/clocks", Asks.OnlyAPress),
        new("/admin/emergency", Role.NationalAdministrator, _ => "/admin/emergency", Asks.OnlyAPress),
        new("/admin/mail", Role.NationalAdministrator, _ => "/admin/mail"),
        new("/", Role.AgencyAdministrator, _ => "/"),
        new("/admin/users", Role.AgencyAdministrator, _ => "/admin/users"),
        new("/admin/users/invite", Role.AgencyAdministrator, _ => "/admin/users/invite", Asks.Answers),
        new("/admin/users/import", Role.AgencyAdministrator, _ => "/admin/users/import", Asks.Answers),
        new("/admin/units", Role.AgencyAdministrator, _ => "/admin/units"),
        new("/admin/units/new", Role.AgencyAdministrator, _ => "/admin/units/new", Asks.Answers),
        new("/admin/units/{id:guid}", Role.AgencyAdministrator, s => $"/admin/units/{s.Police.Station.Id}", Asks.OnlyAPress),
        new("/admin/units/{id:guid}/end", Role.AgencyAdministrator, s => $"/admin/units/{s.Police.Station.Id}/end", Asks.OnlyAPress),
        new("/admin/agencies", Role.NationalAdministrator, _ => "/admin/agencies"),
        new("/admin/agencies/new", Role.NationalAdministrator, _ => "/admin/agencies/new", Asks.Answers),
        .. ((string[])["", "/suspend", "/resume"]).Select(
            act => new Visit("/admin/agencies/{id:guid}" + act, Role.NationalAdministrator, s => $"/admin/agencies/{s.Shelter.Agency.Id}{act}", Asks.OnlyAPress)),
        new(AccountUrl, Role.AgencyAdministrator, s => $"/admin/users/{s.Police.Officer.Id}"),
        new(AccountUrl + "/move", Role.AgencyAdministrator, s => $"/admin/users/{s.Police.Officer.Id}/move", Asks.Answers),
        new(AccountUrl + "/leave", Role.AgencyAdministrator, s => $"/admin/users/{s.Police.Officer.Id}/leave", Asks.Answers),
        .. ((string[])["/code", "/sessions", "/factor", "/disable", "/enable"]).Select(
            act => new Visit(AccountUrl + act, Role.AgencyAdministrator, s => $"/admin/users/{s.Police.Officer.Id}{act}", Asks.OnlyAPress)),
        new("/admin/users/proposals", Role.NationalAdministrator, _ => "/admin/users/proposals"),
        new("/admin/users/proposals/{id:guid}", Role.NationalAdministrator, s => $"/admin/users/proposals/{s.Proposal}", Asks.Answers)
    ];

    /// <summary>People with nothing before them: what each list says when it is empty.</summary>
    private static IEnumerable<Visit> Newcomers() =>
    [
        .. ((string[])["/", "/cases", "/referrals", "/board", "/board/referrals", "/board/unplaced", "/board/gaps", "/import", "/downloads"]).Select(path => new Visit(path, Role.Supervisor, _ => path)),
        new("/notifications", Role.Supervisor, _ => "/notifications", Asks.OnlyAPress),
        new("/inbox", Role.ProviderManager, _ => "/inbox", Asks.OnlyAPress),
        .. ((string[])["/", "/inbox/finished", "/care"]).Select(path => new Visit(path, Role.ProviderManager, _ => path))
    ];

    private static async Task GiveReasonAsync(IPage page)
    {
        await page.Locator("main input[type=radio]").First.CheckAsync();
        await PressAsync(page);
    }

    private static Task PressAsync(IPage page) => page.Locator($"{PageWalk.Form} button").First.ClickAsync();
}
