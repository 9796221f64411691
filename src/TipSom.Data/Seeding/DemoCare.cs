using TipSom.Data.Care;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.Referrals;
using TipSom.Domain.Care;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;

namespace TipSom.Data.Seeding;

/// <summary>What is written, given, planned and asked round some of the referrals: enough that each page has something to show.</summary>
internal sealed class DemoCare(
    TipSomDbContext db, RecordCipher cipher, DemoClock clock, DateTimeOffset now, Func<User, DateTimeOffset, CancellationToken, Task> save)
{
    private static readonly (string Asks, string Answers)[] Talks =
    [
        ("She has eaten nothing since the morning. Is there food at night?", "Yes, the kitchen is open for whoever arrives."),
        ("Can a woman doctor see the person today?", "Tomorrow at nine. Until then our nurse is here."),
        ("کیا پنجابی بولنے والا کوئی ساتھ ہو گا؟", "جی ہاں، رات کی ڈیوٹی پر بھی۔"),
        ("The statement before the court is on Monday; we bring the papers.", "Good. Somebody of ours comes along.")
    ];

    /// <summary>What follows a step, for some referrals; which, differs from case to case and not from run to run.</summary>
    public async Task AfterAsync(DemoStep step, Referral referral, User officer, User caseworker, CancellationToken ct)
    {
        var turn = (int)(step.At.ToUnixTimeSeconds() / 60 % 12);
        if (step.Verb == ReferralVerb.Open && turn % 8 == 0)
            await TalkAsync(step.At, referral, officer, caseworker, Talks[step.At.Minute % Talks.Length], ct);
        else if (step.Verb == ReferralVerb.ConfirmArrival && turn % 4 == 0 && step.At.AddHours(2) < now)
            await CareAsync(step.At.AddHours(2), referral, caseworker, turn, ct);
        else if (step.Verb == ReferralVerb.Close && turn % 4 == 1)
            await AskAsync(referral, caseworker, turn, ct);
    }

    private async Task TalkAsync(DateTimeOffset at, Referral referral, User officer, User caseworker, (string Asks, string Answers) words, CancellationToken ct)
    {
        var messages = new ReferralMessages(db, cipher, clock);
        clock.Now = at;
        await messages.WriteAsync(referral, Side.Sender, words.Asks, DemoCast.ActorOf(officer), ct);
        await save(officer, at, ct);
        clock.Now = at.AddSeconds(40);
        await messages.WriteAsync(referral, Side.Recipient, words.Answers, DemoCast.ActorOf(caseworker), ct);
        await save(caseworker, clock.Now, ct);
    }

    private async Task CareAsync(DateTimeOffset at, Referral referral, User caseworker, int turn, CancellationToken ct)
    {
        clock.Now = at;
        var (by, day) = (DemoCast.ActorOf(caseworker), PakistanTime.DayOf(at));
        var (log, plan) = (new CareLog(db, cipher, clock), new CarePlan(db, cipher, clock));
        await log.RecordAsync(referral, new CareFacts(day, ServiceType.EmergencyMedical, null, 1, CareVisibility.ForSender), "Seen by the nurse; nothing that cannot wait.", null, by, ct);
        await log.RecordAsync(referral, new CareFacts(day, ServiceType.Counselling, 1.5m, null, CareVisibility.OnlyUs), "Wants the light on at night. First talk went well.", null, by, ct);
        plan.Add(referral, ServiceType.LegalAid, "A lawyer before the first hearing", day.AddDays(10 + turn), by);
        plan.Add(referral, ServiceType.IdentityDocuments, "An identity card of the person's own", day.AddDays(40), by).Finish(referral, at);
        await save(caseworker, at, ct);
    }

    private async Task AskAsync(Referral referral, User caseworker, int turn, CancellationToken ct)
    {
        var followUps = new FollowUps(db, cipher, clock);
        if (await followUps.FindAsync(referral, FollowUp.AfterDays[0], ct) is not { } question || question.DueOn >= PakistanTime.DayOf(now))
            return;
        clock.Now = referral.EndedAt!.Value.AddDays(question.Days);
        var answer = turn switch { 1 => FollowUpAnswer.NeedsHelp, 5 => FollowUpAnswer.NotReached, _ => FollowUpAnswer.SafeAndWell };
        followUps.Record(question, answer, answer == FollowUpAnswer.NeedsHelp ? "Has lost the room. Asks for a safe place again." : null, DemoCast.ActorOf(caseworker));
        await save(caseworker, clock.Now, ct);
    }
}
