using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Cases;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.Queries;
using TipSom.Data.Referrals;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Reference;
using TipSom.Domain.Referrals;
using TipSom.Domain.Victims;

namespace TipSom.Data.Seeding;

/// <summary>
/// Plays stories by the same verbs the pages use, each act in the name of the person whose act it is and at its own moment. The triggers
/// judge agreements, consents and sides as they would have then.
/// </summary>
internal sealed class DemoPlayer(
    TipSomDbContext db, DemoCast cast, AccessContext context, RecordCipher cipher, ArrivalCodes codes, DemoClock clock, DateTimeOffset now)
{
    private readonly DemoExploitation exploitation = new();

    private ReferralClocks? clocks;
    private IReadOnlyCollection<CodeListEntry>? lists;

    public async Task PlayAsync(DemoStory story, CancellationToken ct)
    {
        clocks ??= await db.ReferralClocksAsync(ct);
        var officer = cast.Users[story.Logger];
        var @case = await LogAsync(story, officer, ct);
        if (story.WasAsked)
            db.AddRange(exploitation.Of(@case, @case.Victims[0], lists ??= await db.CodeList.AsNoTracking().ToListAsync(ct), DemoCast.ActorOf(officer), story.At));
        var consent = story.Consent is { } asked ? RecordConsent(@case, asked, officer) : null;
        await SaveAsync(officer, story.At, ct);
        if (story.ReviewedAt is { } reviewedAt)
            await ReviewAsync(@case, reviewedAt, ct);
        foreach (var referral in story.Referrals)
            await ReferAsync(@case, consent!, referral, officer, ct);
        if (story.FileFrom is { } from)
            await new DemoFile(new DemoStage(db, cast, cipher, clock, SaveAsync)).PlayAsync(@case, officer, from, ct);
        if (story.Closed is { } closed)
            await CloseAsync(@case, closed.Reason, officer, closed.At, ct);
        // Nothing of one case is needed for the next, and a small context saves fast.
        db.ChangeTracker.Clear();
    }

    private async Task<Case> LogAsync(DemoStory story, User officer, CancellationToken ct)
    {
        clock.Now = story.At;
        var by = DemoCast.ActorOf(officer);
        var @case = await new LogCase(db, cipher, clock).LogAsync(story.Facts, story.Person, story.Identity, story.Narrative, by, ct);
        if (story.Companion is not { } companion)
            return @case;

        var second = @case.AddPerson(companion.Facts, by, story.At);
        db.Add(new VictimIdentity(second.Id, @case.Id, cipher.Seal(SealKinds.Identity, second.Id, companion.Identity), story.At));
        return @case;
    }

    private Consent RecordConsent(Case @case, DemoConsent asked, User officer)
    {
        var by = DemoCast.ActorOf(officer);
        var consent = Consent.Record(@case.Victims[0], asked.Answer, by, asked.At);
        @case.Record(consent.IsGiven ? CaseEventKind.ConsentGiven : CaseEventKind.ConsentRefused, by, asked.At, 1);
        db.Add(consent);
        return consent;
    }

    private async Task ReviewAsync(Case @case, DateTimeOffset at, CancellationToken ct)
    {
        var supervisor = cast.Users[DemoPeople.LahoreSupervisor];
        db.Add(new IdentityOpening(@case.Victims[0].Id, @case.Id, DemoCast.ActorOf(supervisor), "Weekly review of open cases", at));
        await SaveAsync(supervisor, at, ct);
    }

    private async Task CloseAsync(Case @case, CloseReason reason, User officer, DateTimeOffset at, CancellationToken ct)
    {
        clock.Now = at;
        var standing = new CaseStanding(
            [.. (await db.ReferralsInHandAsync(@case.Id, ct)).Select(r => r.Number)], [.. (await db.NeedsOfNobodyAsync(@case.Id, ct)).Select(n => n.Person)]);
        db.Add(@case.Close(reason, null, standing, DemoCast.ActorOf(officer), at));
        await SaveAsync(officer, at, ct);
    }

    private async Task ReferAsync(Case @case, Consent consent, DemoReferral story, User officer, CancellationToken ct)
    {
        clock.Now = story.At;
        var by = DemoCast.ActorOf(officer);
        var send = new SendReferral(db, cipher, clock);
        var need = @case.Victims[0].Needs.Single(n => n.Service == story.Offer.Service);
        var prepared = await send.PrepareAsync(need.Id, [cast.Services[story.Offer].Id], story.Message, by, ct);
        var referral = (await send.SendAsync(prepared!, by, ct))[0];
        await SaveAsync(officer, story.At, ct);

        var answerers = cast.AnswerersAt(story.Offer.Unit);
        // The same person does the whole of one referral; who, differs from case to case and not from run to run.
        var caseworker = answerers[(int)(story.At.ToUnixTimeSeconds() / 60 % answerers.Count)];
        foreach (var step in story.Steps)
        {
            clock.Now = step.At;
            var actor = ReferralLifecycle.ActorOf(step.Verb) switch
            {
                Side.Sender => step.Verb == ReferralVerb.Void ? cast.Users[DemoPeople.LahoreSupervisor] : officer,
                Side.Recipient => caseworker,
                Side.National => cast.Users[DemoPeople.Coordinator]
            };
            await TakeAsync(step, @case, consent, referral, actor, ct);
            await SaveAsync(actor, step.At, ct);
            await new DemoCare(db, cipher, clock, now, SaveAsync).AfterAsync(step, referral, officer, caseworker, ct);
        }
    }

    private async Task TakeAsync(DemoStep step, Case @case, Consent consent, Referral referral, User actor, CancellationToken ct)
    {
        var by = DemoCast.ActorOf(actor);
        switch (step.Verb)
        {
            case ReferralVerb.Open:
                referral.Open(clocks!, by, step.At);
                break;
            case ReferralVerb.Accept:
                await new AcceptReferral(db, cipher, clock).AcceptAsync(
                    referral, step.Arrival!.Value, ArrivalPlace.ProvidersPlace,
                    new ArrivalDetails(actor.DisplayName, "0399-0000900", "Ring the bell at the green gate; the guard knows."), by, ct);
                break;
            case ReferralVerb.Decline:
                referral.Decline(step.Declined!.Value, NoteFor(step.Declined.Value), clocks!, by, step.At);
                break;
            case ReferralVerb.RequestInformation:
                referral.RequestInformation(clocks!, by, step.At);
                break;
            case ReferralVerb.GiveInformation:
                referral.GiveInformation(by, step.At);
                break;
            case ReferralVerb.ConfirmDecline:
                referral.ConfirmDecline("No bed is free in the district this week.", clocks!, by, step.At);
                break;
            case ReferralVerb.ReturnToProvider:
                referral.ReturnToProvider("Two beds were shown as free this morning. Please look again.", clocks!, by, step.At);
                break;
            case ReferralVerb.ReportNoShow:
                referral.ReportNoShow(by, step.At);
                break;
            case ReferralVerb.Void:
                referral.Void("Logged twice by mistake.", by, step.At);
                break;
            case ReferralVerb.Withdraw:
                Withdraw(step, @case, consent, referral, actor);
                break;
            case ReferralVerb.ConfirmArrival:
                referral.ConfirmArrival(codes.IsRight(referral, codes.For(referral)), by, step.At);
                break;
            case ReferralVerb.Close:
                referral.Close(step.Outcome!.Value, by, step.At);
                break;
            default:
                throw new InvalidOperationException($"A demo story has no way to {step.Verb}.");
        }
    }

    private static void Withdraw(DemoStep step, Case @case, Consent consent, Referral referral, User officer)
    {
        var by = DemoCast.ActorOf(officer);
        referral.Withdraw(step.Withdrawn!.Value, by, step.At);
        if (step.Withdrawn == WithdrawReason.ConsentWithdrawn)
        {
            consent.Withdraw(step.At);
            @case.Record(CaseEventKind.ConsentWithdrawn, by, step.At, 1);
        }

        @case.Record(CaseEventKind.ReferralWithdrawn, by, step.At, 1, referral.Number);
    }

    private static string? NoteFor(DeclineReason reason) => reason switch
    {
        DeclineReason.Other => "Our water supply is being repaired until next week.",
        DeclineReason.NotEligible => "Needs care that we cannot give here.",
        _ => null
    };

    private async Task SaveAsync(User actor, DateTimeOffset at, CancellationToken ct)
    {
        // The signature's expiry is checked by the database's own clock, whatever moment is played.
        var signed = context.Sign(actor.Id, TimeProvider.System.GetUtcNow());
        var moment = at.ToString("O", CultureInfo.InvariantCulture);
        await db.Database.ExecuteSqlAsync($"select set_config('tipsom.context', {signed}, true), set_config('tipsom.moment', {moment}, true)", ct);
        await db.SaveChangesAsync(ct);
    }
}
