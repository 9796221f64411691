using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Consents;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consents", TipSomDbContext.Casework);
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Ignore(c => c.RecipientAgencyIds).Ignore(c => c.Categories).Ignore(c => c.Purposes).Ignore(c => c.PointsRead);
        builder.PrimitiveCollection<List<Guid>>("recipientAgencyIds");
        builder.PrimitiveCollection<List<DataCategory>>("categories");
        builder.PrimitiveCollection<List<ConsentPurpose>>("purposes");
        builder.PrimitiveCollection<List<ConsentPoint>>("pointsRead");
        builder.Property(c => c.LanguageCode).HasMaxLength(3);
        builder.HasAlternateKey(c => new { c.Id, c.VictimId });
        builder.HasOne<Victim>().WithMany().HasForeignKey(c => new { c.VictimId, c.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.VictimId, c.GivenAt });
    }
}
