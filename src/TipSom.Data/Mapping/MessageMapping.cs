using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Agencies;
using TipSom.Domain.Referrals;

namespace TipSom.Data.Mapping;

internal sealed class ReferralMessageMapping : IEntityTypeConfiguration<ReferralMessage>
{
    public void Configure(EntityTypeBuilder<ReferralMessage> builder)
    {
        builder.ToTable("referral_messages", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_referral_messages_between_the_two_sides", "side <> 'National'"));
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasOne<Referral>().WithMany().HasForeignKey(m => m.ReferralId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.ReferralId, m.At });
    }
}

internal sealed class MessageReadingMapping : IEntityTypeConfiguration<MessageReading>
{
    public void Configure(EntityTypeBuilder<MessageReading> builder)
    {
        builder.ToTable("referral_message_readings", TipSomDbContext.Casework);
        builder.HasKey(r => new { r.ReferralId, r.UnitId, r.Side });
        builder.HasOne<Referral>().WithMany().HasForeignKey(r => r.ReferralId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
