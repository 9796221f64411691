using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Identity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Imports;

namespace TipSom.Data.Mapping;

internal sealed class ImportMapping : IEntityTypeConfiguration<RegisterImport>
{
    public void Configure(EntityTypeBuilder<RegisterImport> builder)
    {
        builder.ToTable("register_imports", TipSomDbContext.Casework);
        builder.Property(i => i.Id).ValueGeneratedNever();
        // No row version: a worker counts on in the same row while somebody cancels, and the steps are guarded by a trigger.
        builder.Ignore(i => i.IsAtWork);
        builder.PrimitiveCollection(i => i.Columns);
        builder.HasOne<Unit>().WithMany().HasForeignKey(i => new { i.UnitId, i.AgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(i => i.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.UserUnitId, i.UploadedAt }).IsDescending(false, true);
    }
}
