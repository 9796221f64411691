using TipSom.Domain.Identity;

namespace TipSom.Journeys.Walk;

/// <summary>Who goes to agreements, and what providers go to.</summary>
public static partial class Visits
{
    private static IEnumerable<Visit> Agreements() =>
    [
        new("/agreements/new", Role.NationalAdministrator, _ => "/agreements/new", Asks.Answers),
        new(Agreement, Role.NationalAdministrator, s => $"/agreements/{s.Agreement.Id}"),
        new(Agreement + "/change", Role.NationalAdministrator, s => $"/agreements/{s.Agreement.Id}/change", Asks.Answers),
        new(Agreement + "/suspend", Role.NationalAdministrator, s => $"/agreements/{s.Agreement.Id}/suspend", Asks.Answers),
        new(Agreement + "/resume", Role.NationalAdministrator, s => $"/agreements/{s.Agreement.Id}/resume"),
        new(Agreement + "/end", Role.NationalAdministrator, s => $"/agreements/{s.Agreement.Id}/end", Asks.Answers),
        new(Agreement + "/document", Role.NationalAdministrator, s => $"/agreements/{s.Agreement.Id}/document", Asks.Answers),
        new(Agreement + "/documents/{documentId:guid}", Role.Officer, s => $"/agreements/{s.Agreement.Id}/documents/{Guid.Empty}", Status: 404),
        new(Agreement + "/approve", Role.NationalCoordinator, s => $"/agreements/{s.Agreement.Id}/approve")
    ];

    private static IEnumerable<Visit> Providers() =>
    [
        new("/", Role.Caseworker, _ => "/"),
        new("/inbox", Role.Caseworker, _ => "/inbox", Asks.OnlyAPress),
        new("/notifications", Role.Caseworker, _ => "/notifications", Asks.OnlyAPress),
        new("/inbox/finished", Role.Caseworker, _ => "/inbox/finished"),
        new(Referral, Role.Caseworker, s => $"/referrals/{s.Referrals["sent"]}", Asks.OnlyAPress),
        .. ((string[])["asked", "accepted", "late", "in care", "closed", "declined", "gave way", "withdrawn"])
            .Select(state => new Visit(Referral, Role.Caseworker, s => $"/referrals/{s.Referrals[state]}")),
        new(Referral + "/ask", Role.Caseworker, s => $"/referrals/{s.Referrals["seen"]}/ask", Asks.Answers),
        new(Referral + "/ask", Role.Caseworker, s => $"/referrals/{s.Referrals["asked"]}/ask"),
        new(Referral + "/no-show", Role.Caseworker, s => $"/referrals/{s.Referrals["late"]}/no-show", Asks.Answers),
        new("/care", Role.Caseworker, _ => "/care"),
        new(Referral + "/messages", Role.Caseworker, s => $"/referrals/{s.Referrals["in care"]}/messages", Asks.Answers),
        new(Referral + "/care", Role.Caseworker, s => $"/referrals/{s.Referrals["in care"]}/care", Asks.Answers),
        new(Referral + "/care", Role.Caseworker, s => $"/referrals/{s.Referrals["closed"]}/care"),
        new(Referral + "/care/new", Role.Caseworker, s => $"/referrals/{s.Referrals["in care"]}/care/new", Asks.Answers),
        new(Referral + "/plan", Role.Caseworker, s => $"/referrals/{s.Referrals["in care"]}/plan", Asks.Answers),
        new(Referral + "/plan/{item:guid}", Role.Caseworker, s => $"/referrals/{s.Referrals["in care"]}/plan/{s.PlanItem}", Asks.Answers),
        new(Referral + "/follow-up/{days:int}", Role.Caseworker, s => $"/referrals/{s.Referrals["closed"]}/follow-up/30", Asks.Answers),
        new(Referral + "/card", Role.Caseworker, s => $"/referrals/{s.Referrals["in care"]}/card"),
        new(Referral, Role.Caseworker, s => $"/referrals/{s.Referrals["seen"]}", Asks.OnlyAPress),
        new(Referral + "/open", Role.Caseworker, s => $"/referrals/{s.Referrals["sent"]}/open", Asks.OnlyAPress),
        new(Referral + "/accept", Role.Caseworker, s => $"/referrals/{s.Referrals["seen"]}/accept", Asks.Answers),
        new(Referral + "/accept", Role.Caseworker, s => $"/referrals/{s.Referrals["withdrawn"]}/accept"),
        new(Referral + "/decline", Role.Caseworker, s => $"/referrals/{s.Referrals["seen"]}/decline", Asks.Answers),
        new(Referral + "/arrival", Role.Caseworker, s => $"/referrals/{s.Referrals["accepted"]}/arrival", Asks.Answers),
        new(Referral + "/close", Role.Caseworker, s => $"/referrals/{s.Referrals["in care"]}/close", Asks.Answers),
        new(Referral + "/identity", Role.Caseworker, s => $"/referrals/{s.Referrals["in care"]}/identity", Asks.OnlyAPress, Then: PressAsync),
        new(Referral + "/identity", Role.Caseworker, s => $"/referrals/{s.Referrals["seen"]}/identity")
    ];

    private static IEnumerable<Visit> Places() =>
    [
        new("/services", Role.Caseworker, _ => "/services", Asks.OnlyAPress),
        new("/services/{id:guid}/places", Role.Caseworker, s => $"/services/{s.Shelter.Service.Id}/places", Asks.OnlyAPress),
        new("/services", Role.ProviderManager, _ => "/services?done=changed", Asks.OnlyAPress),
        new("/services/new", Role.ProviderManager, _ => "/services/new", Asks.Answers),
        new("/services/{id:guid}", Role.ProviderManager, s => $"/services/{s.ManagersService}", Asks.OnlyAPress),
        new("/services/{id:guid}/stop", Role.ProviderManager, s => $"/services/{s.ManagersService}/stop", Asks.Answers)
    ];
}
