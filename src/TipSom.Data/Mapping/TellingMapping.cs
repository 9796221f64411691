using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Identity;
using TipSom.Data.Telling;
using TipSom.Domain.Cases;
using TipSom.Domain.Coordination;
using TipSom.Domain.Referrals;
using TipSom.Domain.Telling;

namespace TipSom.Data.Mapping;

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications", TipSomDbContext.TellingSchema);
        builder.Property(n => n.Number).HasMaxLength(Notification.NumberMaxLength);
        builder.HasOne<User>().WithMany().HasForeignKey(n => n.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Referral>().WithMany().HasForeignKey(n => n.ReferralId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<UnplacedNeed>().WithMany().HasForeignKey(n => n.UnplacedNeedId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => n.CaseId).HasFilter("case_id is not null");
        builder.HasIndex(n => n.UnplacedNeedId).HasFilter("unplaced_need_id is not null");
        builder.HasIndex(n => new { n.UserId, n.MadeAt, n.Id }).HasDatabaseName("ix_notifications_newest").IsDescending(false, true, true);
        // The number in the header is counted at every request.
        builder.HasIndex(n => new { n.UserId, n.ReferralId }).HasDatabaseName("ix_notifications_work").HasFilter("is_work and settled_at is null");
        builder.HasIndex(n => n.ReferralId).HasDatabaseName("ix_notifications_referral_id");
    }
}

internal sealed class MailChoicesMapping : IEntityTypeConfiguration<MailChoices>
{
    public void Configure(EntityTypeBuilder<MailChoices> builder)
    {
        builder.ToTable("mail_choices", TipSomDbContext.TellingSchema, t =>
            t.HasCheckConstraint("ck_mail_choices_quiet_hours", "quiet_from is null and quiet_to is null or quiet_from <> quiet_to and quiet_from is not null and quiet_to is not null"));
        builder.HasKey(c => c.UserId);
        builder.HasOne<User>().WithOne().HasForeignKey<MailChoices>(c => c.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutboxMailMapping : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("outbox", TipSomDbContext.TellingSchema);
        builder.Property(m => m.Culture).HasMaxLength(5);
        builder.Property(m => m.Number).HasMaxLength(Notification.NumberMaxLength);
        builder.HasOne<User>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.NotBefore).HasDatabaseName("ix_outbox_waiting").HasFilter("sent_at is null and given_up_at is null");
        builder.HasIndex(m => new { m.MadeAt, m.Id }).HasDatabaseName("ix_outbox_newest").IsDescending();
        builder.HasIndex(m => m.SentAt).HasDatabaseName("ix_outbox_sent_at");
    }
}

internal sealed class TurnTimerMapping : IEntityTypeConfiguration<TurnTimer>
{
    public void Configure(EntityTypeBuilder<TurnTimer> builder)
    {
        builder.ToTable("timers", TipSomDbContext.TellingSchema, t =>
            t.HasCheckConstraint("ck_timers_of_one_thing", "num_nonnulls(referral_id, unplaced_need_id) = 1"));
        builder.HasOne<Referral>().WithMany().HasForeignKey(t => t.ReferralId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<UnplacedNeed>().WithMany().HasForeignKey(t => t.UnplacedNeedId).OnDelete(DeleteBehavior.Restrict);
        // A rung of a turn is made once, and so told once.
        builder.HasIndex(t => new { t.ReferralId, t.TurnSince, t.Rung }).HasDatabaseName("ux_timers_of_referral").IsUnique();
        builder.HasIndex(t => new { t.UnplacedNeedId, t.TurnSince, t.Rung }).HasDatabaseName("ux_timers_of_need").IsUnique();
        builder.HasIndex(t => t.FireAt).HasDatabaseName("ix_timers_waiting").HasFilter("fired_at is null");
    }
}
